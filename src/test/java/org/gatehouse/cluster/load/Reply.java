package org.gatehouse.cluster.load;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.Outcome;
import org.gatehouse.cluster.history.Pending;

/**
 * An answer, or why there is none.
 *
 * @param status 0 where there is none
 * @param node who answered, as far as it is known
 * @param error what the balancer or the network says; empty where a node answered
 * @param retryAfter the header of that name; empty where there is none
 */
record Reply(int status, String node, String error, String body, String retryAfter) {
  private static final int TOO_MANY = 429;

  Reply(int status, String node, String error, String body) {
    this(status, node, error, body, "");
  }

  static Reply none(String node, String why) {
    return new Reply(0, node, why, "");
  }

  /** What a client knows: of a lost answer nothing, of 503 that it was turned away. */
  Outcome outcome() {
    if (status == 503 || status == TOO_MANY) {
      return Outcome.UNAVAILABLE;
    }
    if (status == 0 || status >= 500) {
      return Outcome.UNKNOWN;
    }
    return status >= 400 ? Outcome.REFUSED : Outcome.OK;
  }

  boolean ok() {
    return outcome() == Outcome.OK;
  }

  /** The members of a JSON answer; none where it is no JSON. */
  Map<String, Object> json() {
    try {
      return JSONObjectUtils.parse(body);
    } catch (ParseException e) {
      return Map.of();
    }
  }

  Optional<String> member(String name) {
    return Optional.ofNullable(json().get(name)).map(String::valueOf);
  }

  /** Writes the end of the call down. */
  Call end(Pending call) {
    String code = ok() ? "" : member("error").orElse(status == 0 ? error : status + " " + error);
    if (!ok()) {
      call.with(Call.STATUS, status).with(Call.RETRY_AFTER, retryAfter);
    }
    return call.node(node).end(outcome(), code.strip());
  }
}
