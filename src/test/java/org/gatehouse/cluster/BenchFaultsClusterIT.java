package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.cluster.history.Violation.Kind.LOSS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.HistoryChecker;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether bench and judge see a loss, and a node that is gone: with nodes that share nothing. */
@DisplayName("Bench and judge, with nodes that share nothing")
@Order(23)
@Tag("full")
class BenchFaultsClusterIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration END = Duration.ofSeconds(30);
  private static final int WORKERS = Load.size("workers", 4);

  /** The server takes several offers of one code for a replay, and may refuse them all. */
  private static final Rules RULES = Rules.STRICT.withRacesThatMayEndTheGrant();

  private static final Figures FIGURES = new Figures("bench and judge, nodes that share nothing");

  private static Cluster.Plan plan(String name, int nodes) {
    Map<String, String> memory = Map.of("GATEHOUSE_STORE_OPERATIONAL", "memory");
    return Cluster.Plan.ofTheBuild(name, nodes).with(memory);
  }

  private static Verdict judge(Cluster cluster) throws IOException {
    Verdict verdict = new HistoryChecker(RULES).judge(History.read(record(cluster)));
    FIGURES.print("verdict of " + cluster.directory().getFileName(), verdict);
    return verdict;
  }

  private static Path record(Cluster cluster) {
    return cluster.directory().resolve("history.jsonl");
  }

  @Test
  void reportsWhatAMemoryStoreLosesWhenItsNodeIsKilled() throws Exception {
    SharedCluster.end();
    try (Cluster cluster = Cluster.open(plan("killed", 1));
        History history = History.open(record(cluster))) {
      cluster.start(START);
      try (LoadDriver driver = new LoadDriver(cluster, history)) {
        try (Load load = Load.closed(driver, WORKERS)) {
          Patience.of(Duration.ofMinutes(1))
              .until("there is something to lose", () -> driver.grants() >= 20);
          history.fault("kill n1");
          cluster.node("n1").kill9();
          load.stop(END);
        }
        cluster.node("n1").start();
        cluster.awaitReady(START);
        history.heal("kill n1");
        driver.readAll();
      }

      Verdict verdict = judge(cluster);

      assertThat(verdict.broken()).containsOnlyKeys(LOSS);
      assertThat(verdict.of(LOSS)).hasSizeGreaterThanOrEqualTo(10);
      assertThat(verdict.of(LOSS))
          .anySatisfy(loss -> assertThat(loss.text()).startsWith("consent-"));
    }
  }

  @Test
  void servesFromTheOtherNodeWhenOneIsKilledAndStopped() throws Exception {
    SharedCluster.end();
    try (Cluster cluster = Cluster.open(plan("two", 2));
        History history = History.open(record(cluster))) {
      cluster.start(START);
      Node one = cluster.node("n1");
      try (LoadDriver driver = new LoadDriver(cluster, history)) {
        assertThat(race(driver, one)).filteredOn(Call::ok).hasSize(1);
        history.fault("kill n1");
        one.kill9();
        machines(driver, 20);
        one.start();
        cluster.awaitReady(START);
        history.heal("kill n1");
        Duration stopped = one.stop();
        FIGURES.print("stopped within", Optional.of(stopped));
        assertThat(machines(driver, 20)).allMatch(call -> call.ok() && call.node().equals("n2"));
      }

      Verdict verdict = judge(cluster);

      assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    }
  }

  private static List<Call> race(LoadDriver driver, Node node) throws Exception {
    Optional<Grant> code = driver.code(driver.straight(node));
    return driver.race(code.orElseThrow(), 1);
  }

  private static List<Call> machines(LoadDriver driver, int count) {
    return IntStream.range(0, count)
        .mapToObj(any -> driver.calls().clientCredentials(driver.balanced()))
        .toList();
  }
}
