package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the checks of one record have counted and found. */
final class Findings {
  private final Map<String, Long> counts = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  void count(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  void add(Violation.Kind kind, String text, List<Call> calls) {
    violations.add(new Violation(kind, text, calls));
  }

  Verdict verdict() {
    return new Verdict(counts, violations);
  }
}
