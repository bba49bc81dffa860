package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a record by hand, one call after the other, 10 ms each and 10 ms apart. */
final class Script {
  static final long MILLI = 1_000_000;
  private static final long STEP = 10 * MILLI;

  private final List<Call> calls = new ArrayList<>();
  private long now = STEP;
  private String node = "n1";

  List<Call> calls() {
    return calls;
  }

  Script at(String name) {
    node = name;
    return this;
  }

  Script pause(long millis) {
    now += millis * MILLI;
    return this;
  }

  /** The next call starts together with the last one. */
  Script meanwhile() {
    now = calls.get(calls.size() - 1).start();
    return this;
  }

  Script call(Operation operation, String key, String family, Outcome outcome, String... more) {
    Map<String, String> detail = new LinkedHashMap<>();
    for (int i = 0; i < more.length; i += 2) {
      detail.put(more[i], more[i + 1]);
    }
    String code = outcome == Outcome.REFUSED ? "invalid_grant" : "";
    calls.add(
        new Call(
            calls.size() + 1,
            now,
            now + STEP,
            node,
            operation,
            key,
            family,
            outcome,
            code,
            detail));
    now += 2 * STEP;
    return this;
  }

  Script fault() {
    return call(Operation.FAULT, "kill", "", Outcome.OK);
  }

  Script heal() {
    return call(Operation.HEAL, "kill", "", Outcome.OK);
  }

  /** A code; its family has its name. */
  Script issue(String code) {
    return call(Operation.AUTHORIZE, code, code, Outcome.OK);
  }

  Script redeem(String code, String successor) {
    return win(Operation.REDEEM, code, code, successor, 0);
  }

  Script refresh(String token, String family, String successor, int generation) {
    return win(Operation.REFRESH, token, family, successor, generation);
  }

  private Script win(Operation op, String key, String family, String successor, int generation) {
    String number = String.valueOf(generation);
    return call(op, key, family, Outcome.OK, Call.SUCCESSOR, successor, Call.GENERATION, number);
  }

  Script keys(String kids) {
    return call(Operation.JWKS, "", "", Outcome.OK, Call.KIDS, kids);
  }

  Script token(String kid) {
    return call(Operation.TOKEN, "t", "", Outcome.OK, Call.KIDS, kid);
  }
}
