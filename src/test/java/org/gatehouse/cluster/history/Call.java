package org.gatehouse.cluster.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * One call as a client saw it.
 *
 * @param start nanoseconds since the record was opened, by the clock of the driver
 * @param node who answered; empty where it is not known
 * @param key a short id of what was offered, issued or read, never the secret
 * @param family the grant that the key belongs to; empty where there is none
 * @param code the error code of a refusal
 * @param detail what some operations add: successor, generation, kids
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Call(
    long id,
    long start,
    long end,
    String node,
    Operation operation,
    String key,
    String family,
    Outcome outcome,
    String code,
    Map<String, String> detail) {
  public static final String SUCCESSOR = "successor";
  public static final String GENERATION = "generation";
  public static final String KIDS = "kids";

  /** Of an answer that is no success: its HTTP status, and its header Retry-After. */
  public static final String STATUS = "status";

  public static final String RETRY_AFTER = "retryAfter";

  public Call {
    node = node == null ? "" : node;
    key = key == null ? "" : key;
    family = family == null ? "" : family;
    code = code == null ? "" : code;
    detail = detail == null ? Map.of() : Map.copyOf(detail);
  }

  public boolean is(Operation wanted) {
    return operation == wanted;
  }

  public boolean ok() {
    return outcome == Outcome.OK;
  }

  /** The id of the refresh token that the call gave; empty where it gave none. */
  public String successor() {
    return detail.getOrDefault(SUCCESSOR, "");
  }

  /** The number of the successor within its family, from 0; -1 where it has none. */
  public int generation() {
    return Integer.parseInt(detail.getOrDefault(GENERATION, "-1"));
  }

  /** The ids of the keys that were published, or that signed what the call gave. */
  public List<String> kids() {
    String kids = detail.getOrDefault(KIDS, "");
    return kids.isEmpty() ? List.of() : List.of(kids.split(" "));
  }

  /** Whether a fault leaves it open if an offer that failed so has spent its key. */
  public boolean mayHaveBurnt() {
    return outcome == Outcome.UNKNOWN || outcome == Outcome.UNAVAILABLE;
  }

  @Override
  public String toString() {
    String at = node.isEmpty() ? "" : " at " + node;
    String more = detail.isEmpty() ? "" : " " + detail;
    return "#%d [%d..%d us]%s %s %s %s%s%s"
        .formatted(id, start / 1000, end / 1000, at, operation, key, outcome, prefixed(code), more);
  }

  private static String prefixed(String code) {
    return code.isEmpty() ? "" : " " + code;
  }
}
