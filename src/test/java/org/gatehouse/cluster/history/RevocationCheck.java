package org.gatehouse.cluster.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was revoked, and acknowledged as revoked, is not accepted by a call that starts later. */
final class RevocationCheck implements Check {
  @Override
  public void judge(Evidence evidence, Findings findings) {
    Map<String, Call> revocations = new HashMap<>();
    Map<String, Long> consented = new HashMap<>();
    for (Call call : evidence.calls()) {
      if (call.is(Operation.REVOKE) && call.ok()) {
        findings.count("revocations", 1);
        String revoked = Evidence.revokedBy(call);
        // A consent that was given meanwhile may have come after it.
        if (consented.getOrDefault(revoked, Long.MIN_VALUE) <= call.start()) {
          revocations.merge(revoked, call, RevocationCheck::earlier);
        }
      } else if (call.is(Operation.CONSENT) && call.outcome().mayHaveHappened()) {
        revocations.remove(call.key());
        long end = call.ok() ? call.end() : Long.MAX_VALUE;
        consented.merge(call.key(), end, Math::max);
      } else if (call.ok() && accepts(call)) {
        judge(call, revocations.get(call.key()), findings);
        judge(call, call.family().isEmpty() ? null : revocations.get(call.family()), findings);
      }
    }
  }

  private static Call earlier(Call one, Call other) {
    return one.end() <= other.end() ? one : other;
  }

  private static boolean accepts(Call call) {
    return call.operation().spends() || call.is(Operation.USE) || call.is(Operation.READ);
  }

  private static void judge(Call use, Call revocation, Findings findings) {
    if (revocation != null && use.start() > revocation.end()) {
      findings.add(
          Violation.Kind.REVOKED_ACCEPTED,
          use.key() + " is accepted after its revocation",
          List.of(revocation, use));
    }
  }
}
