package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** One lie in a right record, and what the checker must say to it. */
enum Mutation {
  DOUBLE_SPEND(Violation.Kind.DOUBLE_SPEND) {
    @Override
    Optional<List<Call>> of(List<Call> record, Random random) {
      return pick(record, random, call -> call.ok() && !call.successor().isEmpty())
          .map(call -> plus(record, like(call, call.key(), Outcome.OK, Call.SUCCESSOR, "rogue")));
    }
  },
  LOSS(Violation.Kind.LOSS) {
    @Override
    Optional<List<Call>> of(List<Call> record, Random random) {
      return pick(record, random, call -> call.is(Operation.READ) && isCertain(call, record))
          .map(call -> replaced(record, call, like(call, call.key(), Outcome.REFUSED, "", "")));
    }
  },
  FORK(Violation.Kind.FORK) {
    @Override
    Optional<List<Call>> of(List<Call> record, Random random) {
      return pick(record, random, call -> call.ok() && call.is(Operation.REFRESH))
          .map(call -> plus(record, like(call, "another", Outcome.OK, Call.SUCCESSOR, "rogue")));
    }
  },
  REVOKED(Violation.Kind.REVOKED_ACCEPTED) {
    @Override
    Optional<List<Call>> of(List<Call> record, Random random) {
      return pick(record, random, call -> call.is(Operation.REVOKE) && !call.family().isEmpty())
          .filter(Call::ok)
          .map(call -> plus(record, use(call)));
    }
  },
  UNPUBLISHED(Violation.Kind.UNPUBLISHED_KEY) {
    @Override
    Optional<List<Call>> of(List<Call> record, Random random) {
      return pick(record, random, call -> call.ok() && !call.successor().isEmpty())
          .map(call -> replaced(record, call, like(call, call.key(), Outcome.OK, "kids", "rogue")));
    }
  },
  NO_WINNER(Violation.Kind.MISSING_WINNER) {
    @Override
    Optional<List<Call>> of(List<Call> record, Random random) {
      List<Call> more = new ArrayList<>(record);
      more.add(last(record, Operation.AUTHORIZE, Outcome.OK, 1));
      more.add(last(more, Operation.REDEEM, Outcome.REFUSED, 2));
      return Optional.of(more);
    }
  };

  private final Violation.Kind kind;

  Mutation(Violation.Kind kind) {
    this.kind = kind;
  }

  Violation.Kind kind() {
    return kind;
  }

  /** The record with the lie in it; empty where it holds nothing to lie about. */
  abstract Optional<List<Call>> of(List<Call> record, Random random);

  /** What nobody answered may have ended the thing, or may still end it. */
  private static boolean isCertain(Call read, List<Call> record) {
    return read.ok()
        && record.stream().noneMatch(call -> call.key().equals(read.key()) && call.mayHaveBurnt());
  }

  private static Optional<Call> pick(List<Call> record, Random random, Predicate<Call> wanted) {
    List<Call> some = record.stream().filter(wanted).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
  }

  private static Call like(Call call, String key, Outcome outcome, String name, String value) {
    Map<String, String> detail = new HashMap<>(outcome == Outcome.OK ? call.detail() : Map.of());
    if (!name.isEmpty()) {
      detail.put(name, value);
    }
    return new Call(
        call.id() + 100_000,
        call.start(),
        call.end(),
        call.node(),
        call.operation(),
        key,
        call.family(),
        outcome,
        "",
        detail);
  }

  private static long end(List<Call> record) {
    return record.stream().mapToLong(Call::end).max().orElseThrow();
  }

  private static Call use(Call revocation) {
    return new Call(
        200_000,
        revocation.end() + 1,
        revocation.end() + 2,
        "n1",
        Operation.USE,
        "a",
        revocation.family(),
        Outcome.OK,
        "",
        null);
  }

  private static Call last(List<Call> record, Operation operation, Outcome outcome, long id) {
    long start = end(record) + 1;
    return new Call(
        300_000 + id, start, start + 1, "n1", operation, "lonely", "lonely", outcome, "", null);
  }

  private static List<Call> plus(List<Call> record, Call call) {
    List<Call> more = new ArrayList<>(record);
    more.add(call);
    return more;
  }

  private static List<Call> replaced(List<Call> record, Call old, Call by) {
    List<Call> changed = new ArrayList<>(record);
    changed.set(changed.indexOf(old), by);
    return changed;
  }
}
