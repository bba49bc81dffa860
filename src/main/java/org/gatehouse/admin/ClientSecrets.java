package org.gatehouse.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.SharedSecrets;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.Secret;
import org.gatehouse.store.Stored;
import org.jspecify.annotations.Nullable;

/** Secrets of clients: shown once, when they are added, and kept as hashes. */
@ApplicationScoped
public class ClientSecrets {
  private static final Set<String> PROPERTIES = Set.of("Value", "Description", "Expiration");
  private static final int SHORTEST = 16;
  private static final int LONGEST = 100;

  private final Administration all;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public ClientSecrets(Administration all, Handles handles, Clock clock) {
    this.all = all;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  ClientSecrets() {
    this(null, null, null); // CDI client proxy
  }

  Response list(String segment) {
    Stored<Client> stored = all.clients().stored(segment);
    JsonArrayBuilder secrets = Json.createArrayBuilder();
    List<Secret> kept = stored.value().clientSecrets();
    for (int i = 0; i < kept.size(); i++) {
      secrets.add(json(i, kept.get(i)));
    }
    return answer(Response.ok(), secrets.build(), stored);
  }

  /** Adds one, and forgets those that expired. */
  Response add(String segment, @Nullable String ifMatch, String body) {
    JsonObject wanted = object(body);
    String plain = text(wanted, "Value").orElseGet(() -> handles.next().value());
    if (plain.length() < SHORTEST || plain.length() > LONGEST) {
      throw fault(
          "Value",
          plain.length() + " characters",
          SHORTEST + " to " + LONGEST,
          "leave it out, and one is made");
    }
    Secret secret =
        new Secret(
            SharedSecrets.hash(plain),
            text(wanted, "Description").filter(text -> text.length() <= 2000),
            text(wanted, "Expiration").map(ClientSecrets::instant),
            Secret.SHARED_SECRET);
    Stored<Client> stored =
        all.clients()
            .change(
                segment,
                ifMatch,
                client -> {
                  List<Secret> secrets = new ArrayList<>(valid(client));
                  secrets.add(secret);
                  return ClientBuilder.builder(client).clientSecrets(secrets).build();
                });
    int position = stored.value().clientSecrets().size() - 1;
    JsonObject shown = json(position, secret).add("Value", plain).build();
    return answer(Response.status(201), shown, stored);
  }

  /** Ends one after a time, in which the next one takes its place. */
  Response retire(String segment, int position, @Nullable String ifMatch, String overlap) {
    Instant end = clock.instant().plus(duration(overlap));
    Stored<Client> stored =
        all.clients()
            .change(
                segment,
                ifMatch,
                client -> {
                  List<Secret> secrets = new ArrayList<>(client.clientSecrets());
                  if (position < 0 || position >= secrets.size()) {
                    throw Problem.of(404, "Not found", "There is no secret there.").refused();
                  }
                  Secret old = secrets.get(position);
                  Instant last = old.expiration().filter(end::isAfter).orElse(end);
                  secrets.set(
                      position,
                      new Secret(old.value(), old.description(), Optional.of(last), old.type()));
                  return ClientBuilder.builder(client).clientSecrets(secrets).build();
                });
    Secret retired = stored.value().clientSecrets().get(position);
    return answer(Response.ok(), json(position, retired).build(), stored);
  }

  private List<Secret> valid(Client client) {
    return client.clientSecrets().stream().filter(s -> s.isValidAt(clock.instant())).toList();
  }

  private static JsonObjectBuilder json(int position, Secret secret) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("Position", position).add("Type", secret.type());
    secret.description().ifPresent(text -> json.add("Description", text));
    secret.expiration().ifPresent(time -> json.add("Expiration", time.toString()));
    return json;
  }

  private static Response answer(
      Response.ResponseBuilder answer, JsonValue body, Stored<Client> stored) {
    return AdminAnswers.json(answer, body.toString())
        .header(HttpHeaders.ETAG, Aggregates.tag(stored))
        .build();
  }

  private static JsonObject object(String body) {
    try (var reader = Json.createReader(new StringReader(body.isBlank() ? "{}" : body))) {
      JsonObject object = reader.readObject();
      for (String name : object.keySet()) {
        if (!PROPERTIES.contains(name)) {
          throw fault(name, "a property that does not exist", "one of " + PROPERTIES, "remove it");
        }
      }
      return object;
    } catch (JsonParsingException | IllegalStateException e) {
      throw fault("body", "something else", "a JSON object", "write { and its properties }");
    }
  }

  private static Optional<String> text(JsonObject object, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value.getValueType() != JsonValue.ValueType.NULL && !(value instanceof JsonString)) {
      throw fault(name, "another kind of value", "a text", "write it in quotes");
    }
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw fault("Expiration", "another form", "2031-01-01T00:00:00Z", "write a time in UTC");
    }
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && duration.compareTo(Duration.ofDays(366)) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // told below, as a duration out of range is
    }
    throw fault("overlap", "another value", "PT0S to P366D", "write PT24H for a day");
  }

  private static Problem.Refused fault(String field, String found, String expected, String fix) {
    return Problem.invalid(field, found, expected, fix).refused();
  }
}
