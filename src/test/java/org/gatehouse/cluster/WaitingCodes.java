package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.cluster.history.Violation.Kind.LOSS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.HistoryChecker;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.LoadDriver;

/**
 * Codes that wait in the grid when all nodes are killed, and are lost: docs/operational-data.md
 * gives them up. So the judge, who is told nothing of it, has a loss to see.
 */
record WaitingCodes(Cluster cluster, History history, List<Grant> codes) {
  private static final int COUNT = 5;
  private static final String FAULT = "the end of all";

  /** Asks for some, and writes down that the end of all nodes comes now. */
  static WaitingCodes of(Cluster cluster) throws Exception {
    History history = History.open(Judged.file(cluster, "waiting-codes"));
    List<Grant> codes = new ArrayList<>();
    try (LoadDriver driver = new LoadDriver(cluster, history)) {
      for (int i = 0; i < COUNT; i++) {
        codes.add(driver.code(driver.balanced()).orElseThrow());
      }
    }
    history.fault(FAULT);
    return new WaitingCodes(cluster, history, codes);
  }

  /** After the start of all nodes: none is good, and the judge names every one. */
  void expectLoss() throws Exception {
    history.heal(FAULT);
    try (history;
        LoadDriver driver = new LoadDriver(cluster, history)) {
      for (Grant code : codes) {
        driver.calls().redeem(code, driver.balanced());
      }
    }
    Verdict verdict = judged();
    assertThat(verdict.broken()).as(verdict.toString()).containsOnlyKeys(LOSS);
    assertThat(verdict.of(LOSS)).hasSize(COUNT);
  }

  private Verdict judged() throws IOException {
    return new HistoryChecker(Rules.STRICT).judge(History.read(history.file()));
  }
}
