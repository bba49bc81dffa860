package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is signed is signed by a key that a node published at that time, and verifies. */
final class KeyCheck implements Check {
  /** The times in which one node published one key, as far as polls saw it. */
  private record Publication(String kid, String node) {}

  @Override
  public void judge(Evidence evidence, Findings findings) {
    Map<String, List<long[]>> published = published(evidence, findings);
    long lag = evidence.rules().keyLag().toNanos();
    for (Call call : evidence.calls()) {
      if (call.is(Operation.VERIFY)) {
        verified(call, findings);
      } else if (call.ok() && !call.is(Operation.JWKS)) {
        call.kids().forEach(kid -> signed(call, kid, published, lag, findings));
      }
    }
  }

  private static void verified(Call call, Findings findings) {
    findings.count("verified tokens", call.ok() ? 1 : 0);
    if (call.outcome() == Outcome.REFUSED) {
      findings.add(
          Violation.Kind.UNVERIFIABLE, call.key() + " is not verified by its key", List.of(call));
    }
  }

  private static void signed(
      Call call, String kid, Map<String, List<long[]>> published, long lag, Findings findings) {
    findings.count("signed tokens", 1);
    boolean known =
        published.getOrDefault(kid, List.of()).stream()
            .anyMatch(time -> time[0] - lag <= call.end() && call.start() <= time[1]);
    if (!known) {
      findings.add(
          Violation.Kind.UNPUBLISHED_KEY,
          "kid " + kid + " is not published when it signs",
          List.of(call));
    }
  }

  /** By kid: from the first poll of a node that saw it to the first poll that does no more. */
  private static Map<String, List<long[]>> published(Evidence evidence, Findings findings) {
    Map<Publication, long[]> open = new HashMap<>();
    Map<String, Set<String>> latest = new HashMap<>();
    Map<String, List<long[]>> published = new HashMap<>();
    for (Call call : evidence.calls()) {
      if (call.is(Operation.JWKS) && call.ok()) {
        findings.count("key polls", 1);
        Set<String> kids = Set.copyOf(call.kids());
        for (String kid : kids) {
          open.computeIfAbsent(
              new Publication(kid, call.node()),
              publication -> {
                long[] time = {call.start(), Long.MAX_VALUE};
                published.computeIfAbsent(kid, any -> new ArrayList<>()).add(time);
                return time;
              });
        }
        for (String kid : latest.getOrDefault(call.node(), Set.of())) {
          if (!kids.contains(kid)) {
            open.remove(new Publication(kid, call.node()))[1] = call.end();
          }
        }
        latest.put(call.node(), kids);
      }
    }
    findings.count("keys", published.size());
    return published;
  }
}
