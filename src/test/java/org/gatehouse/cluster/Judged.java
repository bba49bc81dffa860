package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.HistoryChecker;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Load;

/** The record of a test on the shared cluster, and what the strict judge says of it. */
record Judged(Path file, List<Call> calls, Verdict verdict) {
  static Path file(Cluster cluster, String name) {
    return cluster.directory().resolve(name).resolve("history.jsonl");
  }

  /** Reads and judges it, and prints that. */
  static Judged of(Cluster cluster, String name) throws IOException {
    Path file = file(cluster, name);
    List<Call> calls = History.read(file);
    Verdict verdict = new HistoryChecker(Rules.STRICT).judge(calls);
    Figures figures = new Figures(name);
    figures.print("seed", Load.SEED);
    figures.print("verdict", verdict);
    return new Judged(file, calls, verdict);
  }

  void holds() {
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
  }
}
