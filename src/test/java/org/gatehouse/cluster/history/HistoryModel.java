package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A tiny server that keeps every promise, with clients that try it at random: what they see is a
 * right record, whatever the faults. Races overlap; under a fault answers get lost before or after
 * the deed.
 */
final class HistoryModel {
  private static final String FAULT = "kill";
  private static final long TICK = Script.MILLI;

  private final Random random;
  private final List<Call> calls = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();
  private final Map<String, Boolean> consents = new HashMap<>();
  private final Set<String> kids = new HashSet<>(Set.of("k0"));
  private String kid = "k0";
  private boolean fault;
  private long now;
  private int names;

  /** A grant with what the server and the client know of it. */
  private static final class Family {
    final String code;
    String used = "";
    String newest;
    int generation;
    boolean ended;

    Family(String code) {
      this.code = code;
      this.newest = code;
      this.generation = -1;
    }

    Operation operation() {
      return generation < 0 ? Operation.REDEEM : Operation.REFRESH;
    }
  }

  private HistoryModel(long seed) {
    this.random = new Random(seed);
  }

  /** A right record of about that many steps. */
  static List<Call> record(long seed, int steps) {
    HistoryModel model = new HistoryModel(seed);
    model.poll();
    for (int i = 0; i < steps; i++) {
      model.step();
    }
    model.finish();
    return model.calls;
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0, 1 -> issue();
      case 2, 3, 4, 5 -> pick(this::spend);
      case 6 -> pick(this::replay);
      case 7 -> pick(this::use);
      case 8 -> consent();
      case 9 -> pick(random.nextInt(4) == 0 ? this::revoke : this::use);
      case 10 -> rotate();
      default -> toggle();
    }
  }

  private void pick(java.util.function.Consumer<Family> deed) {
    if (!families.isEmpty()) {
      deed.accept(families.get(random.nextInt(families.size())));
    }
  }

  private String name(String kind) {
    return kind + ++names;
  }

  private Call add(
      Operation operation, String key, String family, Outcome outcome, String... more) {
    now += TICK * (1 + random.nextInt(5));
    Map<String, String> detail = new HashMap<>();
    for (int i = 0; i < more.length; i += 2) {
      detail.put(more[i], more[i + 1]);
    }
    String code = outcome == Outcome.REFUSED ? "invalid_grant" : "";
    long end = now + TICK * (1 + random.nextInt(5));
    String node = "n" + (1 + random.nextInt(3));
    Call call =
        new Call(calls.size() + 1, now, end, node, operation, key, family, outcome, code, detail);
    calls.add(call);
    return call;
  }

  /** What a client hears of a deed that was done, or of one that was not. */
  private Outcome heard(boolean done) {
    if (!fault || random.nextInt(3) > 0) {
      return done ? Outcome.OK : Outcome.REFUSED;
    }
    return Outcome.UNKNOWN;
  }

  private void issue() {
    Family family = new Family(name("c"));
    if (add(Operation.AUTHORIZE, family.code, family.code, heard(true)).ok()) {
      families.add(family);
    }
  }

  /** One to three offers of the newest token; the first to arrive wins. */
  private void spend(Family family) {
    String key = family.newest;
    int offers = random.nextInt(4) == 0 ? 3 : 1;
    int winner = family.ended ? -1 : random.nextInt(offers);
    long start = now;
    for (int i = 0; i < offers; i++) {
      now = start;
      if (i == winner) {
        win(family, key);
      } else {
        add(
            family.ended || offers > 1 ? family.operation() : Operation.VISIT,
            key,
            family.code,
            heard(false));
      }
    }
    family.ended |= offers > 1;
    now += 20 * TICK;
  }

  private void win(Family family, String key) {
    if (fault && random.nextInt(5) == 0) {
      add(family.operation(), key, family.code, Outcome.UNAVAILABLE);
      return;
    }
    String successor = name("r");
    String generation = String.valueOf(family.generation + 1);
    Outcome heard = heard(true);
    if (heard == Outcome.OK) {
      add(
          family.operation(),
          key,
          family.code,
          heard,
          Call.SUCCESSOR,
          successor,
          Call.GENERATION,
          generation,
          Call.KIDS,
          kid);
      family.used = key;
      family.newest = successor;
      family.generation++;
    } else {
      add(family.operation(), key, family.code, heard);
      // The client never learns the successor: for it the family has ended.
      families.remove(family);
    }
  }

  private void replay(Family family) {
    if (!family.used.isEmpty()) {
      Operation operation = family.generation == 0 ? Operation.REDEEM : Operation.REFRESH;
      add(operation, family.used, family.code, heard(false));
      family.ended = true;
    }
  }

  private void use(Family family) {
    add(Operation.USE, "a" + family.newest, family.code, heard(!family.ended));
  }

  private void revoke(Family family) {
    add(Operation.REVOKE, family.newest, family.code, heard(true));
    family.ended = true;
  }

  /** One client after the other: of consents that overlap nobody knows which is the last. */
  private void consent() {
    now += 10 * TICK;
    String key = "u" + random.nextInt(20);
    boolean given = random.nextInt(3) > 0;
    Outcome heard =
        add(given ? Operation.CONSENT : Operation.REVOKE, key, "", heard(true)).outcome();
    now += 10 * TICK;
    if (heard == Outcome.OK) {
      consents.put(key, given);
    } else {
      consents.remove(key);
    }
  }

  private void rotate() {
    if (random.nextInt(3) == 0) {
      kid = name("k");
      kids.add(kid);
    }
    poll();
  }

  private void poll() {
    add(Operation.JWKS, "", "", Outcome.OK, Call.KIDS, String.join(" ", kids));
    now += 10 * TICK;
  }

  private void toggle() {
    now += 10 * TICK;
    add(fault ? Operation.HEAL : Operation.FAULT, FAULT, "", Outcome.OK);
    now += 10 * TICK;
    fault = !fault;
  }

  /** Heals, and looks for everything that was acknowledged. */
  private void finish() {
    if (fault) {
      toggle();
    }
    poll();
    for (Family family : families) {
      add(Operation.READ, family.newest, family.code, heard(!family.ended));
    }
    consents.forEach((key, given) -> add(Operation.READ, key, "", heard(given)));
  }
}
