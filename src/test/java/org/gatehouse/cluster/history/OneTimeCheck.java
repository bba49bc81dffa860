package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.List;

/** What may be used once is used once: never twice, and not never where nothing was broken. */
final class OneTimeCheck implements Check {
  @Override
  public void judge(Evidence evidence, Findings findings) {
    for (List<Call> offers : evidence.offers().values()) {
      findings.count("one-time keys", 1);
      findings.count("raced keys", raced(offers) ? 1 : 0);
      List<Call> wins = offers.stream().filter(Call::ok).toList();
      if (wins.isEmpty()) {
        nobody(offers, evidence, findings);
      } else {
        findings.count("one-time keys won", 1);
        once(wins, evidence, findings);
      }
    }
  }

  private static boolean raced(List<Call> offers) {
    return offers.size() > 1 && offers.get(1).start() < offers.get(0).end();
  }

  private static void once(List<Call> wins, Evidence evidence, Findings findings) {
    List<Call> wrong = new ArrayList<>();
    Call first = wins.get(0);
    long window = evidence.rules().retryWindow().toNanos();
    boolean retries = first.is(Operation.REFRESH) && window > 0;
    long until = wins.stream().mapToLong(Call::end).min().orElseThrow() + window;
    for (Call win : wins.subList(1, wins.size())) {
      boolean same = !win.successor().isEmpty() && win.successor().equals(first.successor());
      if (retries && same && win.start() <= until) {
        findings.count("idempotent retries", 1);
      } else {
        wrong.add(win);
      }
    }
    if (!wrong.isEmpty()) {
      wrong.add(0, first);
      findings.add(
          Violation.Kind.DOUBLE_SPEND, first.key() + " won " + wrong.size() + " times", wrong);
    }
  }

  private static void nobody(List<Call> offers, Evidence evidence, Findings findings) {
    Call first = offers.get(0);
    Call issue = evidence.issue(first.key());
    long end = offers.stream().mapToLong(Call::end).max().orElseThrow();
    boolean open = offers.stream().anyMatch(offer -> offer.outcome() == Outcome.UNKNOWN);
    boolean known = issue != null || first.is(Operation.SPEND);
    if (open || offers.stream().anyMatch(evidence.faults()::touch)) {
      findings.count("undecided keys", 1);
    } else if (raced(offers)
        && !first.is(Operation.SPEND)
        && evidence.rules().racesMayEndTheGrant()) {
      findings.count("races without a winner", 1);
    } else if (!known || evidence.mayHaveEnded(first.key(), first.family(), end)) {
      findings.count("rightly refused keys", 1);
    } else if (issue != null && evidence.faults().touch(issue.start(), first.start())) {
      List<Call> calls = new ArrayList<>(offers);
      calls.add(0, issue);
      findings.add(Violation.Kind.LOSS, first.key() + " is refused after the fault", calls);
    } else {
      findings.add(
          Violation.Kind.MISSING_WINNER, first.key() + " has no winner, without a fault", offers);
    }
  }
}
