package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was acknowledged is there when the last fault is over. */
final class DurabilityCheck implements Check {
  @Override
  public void judge(Evidence evidence, Findings findings) {
    Map<String, Call> acknowledged = acknowledged(evidence);
    Map<String, List<Call>> reads = finalReads(evidence);
    findings.count("acknowledged", acknowledged.size());
    findings.count("final reads", reads.size());
    acknowledged.forEach(
        (key, call) -> {
          if (reads.containsKey(key)) {
            read(call, key, reads.get(key), evidence, findings);
          } else if (call.start() < evidence.faults().healed()
              && live(call, key, Long.MAX_VALUE, evidence)) {
            findings.count("unread", 1);
            if (evidence.rules().everythingIsRead()) {
              findings.add(Violation.Kind.UNREAD, key + " was not looked for", List.of(call));
            }
          }
        });
  }

  /** Consents, codes and refresh tokens that a client was told of, with the call that told. */
  private static Map<String, Call> acknowledged(Evidence evidence) {
    Map<String, Call> acknowledged = new HashMap<>(evidence.issued());
    evidence.calls().stream()
        .filter(call -> call.is(Operation.CONSENT) && call.ok())
        .forEach(call -> acknowledged.putIfAbsent(call.key(), call));
    return acknowledged;
  }

  private static Map<String, List<Call>> finalReads(Evidence evidence) {
    Map<String, List<Call>> reads = new HashMap<>();
    for (Call call : evidence.calls()) {
      if (call.is(Operation.READ) && call.start() >= evidence.faults().healed()) {
        reads.computeIfAbsent(call.key(), key -> new ArrayList<>()).add(call);
      }
    }
    return reads;
  }

  private static void read(
      Call call, String key, List<Call> reads, Evidence evidence, Findings findings) {
    long end = reads.get(reads.size() - 1).end();
    boolean found = reads.stream().anyMatch(Call::ok);
    if (!found && live(call, key, end, evidence)) {
      List<Call> calls = new ArrayList<>(reads);
      calls.add(0, call);
      findings.add(Violation.Kind.LOSS, key + " is gone", calls);
    }
  }

  /** Whether nothing before that moment may have ended it: no offer, revocation or replay. */
  private static boolean live(Call call, String key, long moment, Evidence evidence) {
    boolean spent =
        evidence.offersOf(key).stream()
            .anyMatch(offer -> offer.outcome().mayHaveHappened() && offer.start() <= moment);
    return !spent && !evidence.mayHaveEnded(key, call.family(), moment);
  }
}
