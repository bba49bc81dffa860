package org.gatehouse.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.LengthRules;
import org.gatehouse.store.ChangeRefused;
import org.gatehouse.store.EditableStore;
import org.gatehouse.store.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Lists, reads, creates, replaces and deletes things of one kind.
 *
 * @param <T> what they are
 */
public final class Aggregates<T extends Record> {
  private static final int MOST = 500;

  private final String path;
  private final EditableStore<T> store;
  private final Notation<T> notation;
  private final BinaryOperator<T> keepingSecrets;

  /**
   * Of one kind.
   *
   * @param path its address
   * @param keepingSecrets the second, with the secrets of the first where it names none
   */
  public Aggregates(
      String path, EditableStore<T> store, Notation<T> notation, BinaryOperator<T> keepingSecrets) {
    this.path = path;
    this.store = store;
    this.notation = notation;
    this.keepingSecrets = keepingSecrets;
  }

  Response list(@Nullable String after, String most) {
    int limit = limit(most);
    String from = after == null ? "" : place(after);
    List<Stored<T>> page = store.page(from, limit + 1);
    JsonArrayBuilder items = Json.createArrayBuilder();
    List<Stored<T>> shown = page.subList(0, Math.min(limit, page.size()));
    shown.forEach(each -> items.add(item(each)));
    JsonObjectBuilder json = Json.createObjectBuilder().add("items", items);
    if (page.size() > limit) {
      String last = nameOf(shown.get(limit - 1).value());
      json.add("next", path + "?limit=" + limit + "&after=" + AggregateNames.coded(last));
    }
    return AdminAnswers.json(Response.ok(), json.build().toString()).build();
  }

  private static int limit(String most) {
    int limit = most.matches("[0-9]{1,4}") ? Integer.parseInt(most) : 0;
    if (limit < 1 || limit > MOST) {
      throw Problem.invalid("limit", most, "1 to " + MOST, "write such a number").refused();
    }
    return limit;
  }

  private static String place(String after) {
    return AggregateNames.decoded(after)
        .orElseThrow(
            () ->
                Problem.invalid("after", after, "what an answer had", "take next of an answer")
                    .refused());
  }

  Response read(String segment) {
    return answer(Response.ok(), stored(segment)).build();
  }

  Response create(String body) {
    Stored<T> created = store.create(valid(body));
    return answer(Response.status(201), created)
        .header(HttpHeaders.LOCATION, address(created.value()).toString())
        .build();
  }

  Response replace(String segment, @Nullable String ifMatch, String body) {
    String name = AggregateNames.name(segment);
    long version = version(ifMatch);
    T wanted = valid(body);
    if (!nameOf(wanted).equals(name)) {
      throw Problem.invalid(
              notation.nameProperty(),
              nameOf(wanted),
              name + ", as in the address",
              "names do not change: create another, and delete this one")
          .refused();
    }
    T before = stored(segment).value();
    Stored<T> replaced = store.replace(keepingSecrets.apply(before, wanted), version);
    return answer(Response.ok(), replaced).build();
  }

  Response delete(String segment, @Nullable String ifMatch) {
    store.delete(AggregateNames.name(segment), version(ifMatch));
    return AdminAnswers.json(Response.noContent(), "").entity(null).build();
  }

  /** Changes one in a way of its own. */
  Stored<T> change(String segment, @Nullable String ifMatch, UnaryOperator<T> change) {
    long version = version(ifMatch);
    return store.replace(change.apply(stored(segment).value()), version);
  }

  Stored<T> stored(String segment) {
    String name = AggregateNames.name(segment);
    return store
        .find(name)
        .orElseThrow(() -> new ChangeRefused(ChangeRefused.Reason.MISSING, name));
  }

  static String tag(Stored<?> stored) {
    return '"' + Long.toString(stored.version()) + '"';
  }

  private Response.ResponseBuilder answer(Response.ResponseBuilder answer, Stored<T> stored) {
    return AdminAnswers.json(answer, AggregateJson.of(stored.value()).toString())
        .header(HttpHeaders.ETAG, tag(stored));
  }

  private JsonObject item(Stored<T> stored) {
    return Json.createObjectBuilder()
        .add("href", address(stored.value()).toString())
        .add("etag", tag(stored))
        .add("created", stored.created().toString())
        .add("updated", stored.updated().toString())
        .add("value", AggregateJson.of(stored.value()))
        .build();
  }

  private URI address(T value) {
    return URI.create(path + "/" + AggregateNames.segment(nameOf(value)));
  }

  private String nameOf(T value) {
    return notation.nameOf().apply(value);
  }

  /** What the body says; refused with everything that a file would be refused for. */
  private T valid(String body) {
    Notation.Read<T> read = notation.read().apply(body);
    List<ConfigFault> faults = new ArrayList<>(read.faults());
    if (faults.isEmpty()) {
      notation.rules().apply(read.value()).forEach(finding -> faults.add(fault(finding)));
      LengthRules.check(read.value()).forEach(finding -> faults.add(fault(finding)));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults).refused();
    }
    return read.value();
  }

  private static ConfigFault fault(Finding finding) {
    return new ConfigFault(finding.property(), finding.found(), finding.expected(), finding.fix());
  }

  /** Whoever changes something says which state of it was seen (RFC 9110 §13.1.1). */
  private static long version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(428, "If-Match missing", "Send the ETag that was read as If-Match.")
          .refused();
    }
    if (!ifMatch.matches("\"[0-9]{1,18}\"")) {
      throw new ChangeRefused(ChangeRefused.Reason.STALE, "");
    }
    return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
  }
}
