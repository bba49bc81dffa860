package org.gatehouse.cluster.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call that has begun. What ends it writes it down; until then nothing is known of it. */
public final class Pending {
  private final History history;
  private final long id;
  private final long start;
  private Operation operation;
  private final Map<String, String> detail = new LinkedHashMap<>();
  private String node = "";
  private String key = "";
  private String family = "";

  Pending(History history, long id, long start, Operation operation) {
    this.history = history;
    this.id = id;
    this.start = start;
    this.operation = operation;
  }

  /** What it turned out to be, where that shows only in the answer. */
  public Pending as(Operation other) {
    operation = other;
    return this;
  }

  public Pending node(String name) {
    node = name;
    return this;
  }

  /** The short id of a thing; of a secret only {@link History#id}. */
  public Pending key(String shortId) {
    key = shortId;
    return this;
  }

  public Pending family(String shortId) {
    family = shortId;
    return this;
  }

  public Pending with(String name, Object value) {
    detail.put(name, String.valueOf(value));
    return this;
  }

  /** The refresh token that the call gave, and its number within the family. */
  public Pending successor(String shortId, int generation) {
    return with(Call.SUCCESSOR, shortId).with(Call.GENERATION, generation);
  }

  public Pending kids(Iterable<String> kids) {
    return with(Call.KIDS, String.join(" ", kids));
  }

  public Call ok() {
    return end(Outcome.OK, "");
  }

  public Call refused(String code) {
    return end(Outcome.REFUSED, code);
  }

  public Call unknown(String why) {
    return end(Outcome.UNKNOWN, why);
  }

  public Call unavailable(String why) {
    return end(Outcome.UNAVAILABLE, why);
  }

  public Call end(Outcome outcome, String code) {
    Call call =
        new Call(id, start, history.now(), node, operation, key, family, outcome, code, detail);
    history.write(call);
    return call;
  }
}
