package org.gatehouse.cluster.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a record proves: how much was seen, and every promise that broke. */
public record Verdict(Map<String, Long> counts, List<Violation> violations) {
  private static final int MOST_SHOWN = 20;

  public Verdict {
    counts = Map.copyOf(counts);
    violations = List.copyOf(violations);
  }

  public boolean holds() {
    return violations.isEmpty();
  }

  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  public List<Violation> of(Violation.Kind kind) {
    return violations.stream().filter(violation -> violation.kind() == kind).toList();
  }

  /** How often each promise broke; those that held are left out. */
  public Map<Violation.Kind, Long> broken() {
    Map<Violation.Kind, Long> broken = new EnumMap<>(Violation.Kind.class);
    violations.forEach(violation -> broken.merge(violation.kind(), 1L, Long::sum));
    return broken;
  }

  @Override
  public String toString() {
    String seen =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    String shown =
        violations.stream()
            .limit(MOST_SHOWN)
            .map(violation -> "\n  " + violation)
            .collect(Collectors.joining());
    int hidden = Math.max(0, violations.size() - MOST_SHOWN);
    return (holds() ? "holds" : "BROKEN " + broken())
        + "\n  "
        + seen
        + shown
        + (hidden == 0 ? "" : "\n  and " + hidden + " more");
  }
}
