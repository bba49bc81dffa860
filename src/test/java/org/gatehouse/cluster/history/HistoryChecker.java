package org.gatehouse.cluster.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The judge: it proves from a record alone whether the promises held. It knows nothing of how a
 * server keeps them, and takes O(n log n).
 */
public final class HistoryChecker {
  private static final List<Check> CHECKS =
      List.of(
          new OneTimeCheck(),
          new FamilyCheck(),
          new DurabilityCheck(),
          new RevocationCheck(),
          new KeyCheck());

  private final Rules rules;

  public HistoryChecker(Rules rules) {
    this.rules = rules;
  }

  public Verdict judge(List<Call> record) {
    Evidence evidence = new Evidence(record, rules);
    Findings findings = new Findings();
    findings.count("calls", record.size());
    findings.count("faults", evidence.faults().count());
    for (Call call : record) {
      findings.count(call.outcome().name().toLowerCase(Locale.ROOT), 1);
    }
    CHECKS.forEach(check -> check.judge(evidence, findings));
    return findings.verdict();
  }

  /** Judges a record again: FILE, the retry window in seconds, and whether races may end grants. */
  public static void main(String[] arguments) throws IOException {
    Duration window = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 0);
    boolean races = arguments.length > 2 && Boolean.parseBoolean(arguments[2]);
    Rules rules = Rules.STRICT.withRetryWindow(window);
    Verdict verdict =
        new HistoryChecker(races ? rules.withRacesThatMayEndTheGrant() : rules)
            .judge(History.read(Path.of(arguments[0])));
    PrintStream out = System.out;
    out.println(verdict);
  }
}
