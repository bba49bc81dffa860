package org.gatehouse.cluster.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A family of refresh tokens is a chain: one of each generation, each from the one before. */
final class FamilyCheck implements Check {
  @Override
  public void judge(Evidence evidence, Findings findings) {
    Map<String, Family> families = new LinkedHashMap<>();
    for (Call call : evidence.calls()) {
      if (call.ok() && !call.successor().isEmpty()) {
        families
            .computeIfAbsent(call.family(), Family::new)
            .add(call, evidence.issue(call.key()), findings);
      }
    }
    findings.count("families", families.size());
    families.values().forEach(family -> findings.count("generations", family.size()));
  }

  /** What is known of one family so far. */
  private static final class Family {
    private final String id;
    private final Map<Integer, Call> byGeneration = new HashMap<>();
    private final Map<String, Call> bySuccessor = new HashMap<>();

    Family(String id) {
      this.id = id;
    }

    int size() {
      return bySuccessor.size();
    }

    void add(Call call, Call issueOfParent, Findings findings) {
      Call brother = byGeneration.putIfAbsent(call.generation(), call);
      Call twin = bySuccessor.putIfAbsent(call.successor(), call);
      if (brother != null && !brother.successor().equals(call.successor())) {
        findings.add(
            Violation.Kind.FORK,
            "family " + id + " has two tokens of generation " + call.generation(),
            List.of(brother, call));
      }
      if (twin != null && !twin.key().equals(call.key())) {
        findings.add(
            Violation.Kind.FORK,
            "token " + call.successor() + " has two parents",
            List.of(twin, call));
      }
      if (call.is(Operation.REFRESH)
          && (issueOfParent == null
              || !issueOfParent.family().equals(id)
              || issueOfParent.generation() != call.generation() - 1)) {
        findings.add(
            Violation.Kind.HOLE,
            "generation " + call.generation() + " of family " + id + " has no parent in it",
            issueOfParent == null ? List.of(call) : List.of(issueOfParent, call));
      }
    }
  }
}
