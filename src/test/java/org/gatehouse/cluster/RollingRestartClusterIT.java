package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each node is drained, stopped and started, as docs/clustering.md has it, while clients call. */
@DisplayName("A rolling restart")
class RollingRestartClusterIT {
  private static final int WORKERS = Load.size("workers", 4);

  /** Between two things that a client does: the node that starts needs the same cores. */
  private static final int PAUSE_MILLIS = Load.size("pause-millis", 50);

  private static final int ROUNDS = Load.size("rounds", 1);
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What is under way when the balancer stops to send may take. */
  private static final long ENDING_MILLIS = 2_000;

  private static final Figures FIGURES = new Figures("rolling restart");

  @Test
  void failsNoRequest() throws Exception {
    Cluster cluster = SharedCluster.ready();
    FIGURES.print("seed", Load.SEED);
    Queue<Visitor> visitors = new ConcurrentLinkedQueue<>();
    try (History history = History.open(cluster.directory().resolve("rolling/history.jsonl"));
        LoadDriver driver = new LoadDriver(cluster, history)) {
      for (int i = 0; i < WORKERS; i++) {
        Visitor visitor = driver.visitor();
        assertThat(visitor.signIn(driver.balanced())).isPresent();
        visitors.add(visitor);
      }
      long start = System.nanoTime();
      try (Load load = Load.closed(random -> act(driver, visitors, random), WORKERS)) {
        for (int round = 0; round < ROUNDS; round++) {
          for (Node node : cluster.nodes()) {
            restart(cluster, node);
          }
        }
        load.stop(SOON);
      }
      FIGURES.print("all in all", Optional.of(Duration.ofNanos(System.nanoTime() - start)));
      driver.readAll();
      Verdict verdict = FIGURES.judge(history, Rules.STRICT);

      List<Call> calls =
          History.read(history.file()).stream()
              .filter(call -> !call.is(Operation.JWKS) && !call.is(Operation.VERIFY))
              .toList();
      List<Call> failed = calls.stream().filter(call -> !call.ok()).toList();
      FIGURES.print("requests through the balancer", Figures.times(calls));
      FIGURES.print("failed", failed.size());
      assertThat(failed).isEmpty();
      assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    }
  }

  /** What users and clients do through the balancer; a browser keeps its session all the time. */
  private static void act(LoadDriver driver, Queue<Visitor> visitors, Random random)
      throws InterruptedException {
    Thread.sleep(PAUSE_MILLIS);
    Visitor visitor = random.nextInt(10) == 0 ? visitors.poll() : null;
    if (visitor == null) {
      driver.actThroughBalancer(random);
    } else {
      visitor.silently(driver.balanced());
      visitors.add(visitor);
    }
  }

  private static void restart(Cluster cluster, Node node) throws Exception {
    List<String> steps = new ArrayList<>();
    long start = System.nanoTime();
    Files.createFile(node.logs().resolveSibling("drain"));
    Patience.of(SOON)
        .until(
            "the balancer has taken it out",
            () -> !cluster.balancer().healthy().contains(node.name()));
    steps.add("out of the balancer after " + millis(start));
    Thread.sleep(ENDING_MILLIS);
    steps.add("stopped within " + node.stop().toMillis() + " ms");
    node.start();
    node.awaitReady(SharedCluster.START);
    steps.add("ready after " + millis(start));
    Patience.of(SOON)
        .until("the balancer has it", () -> cluster.balancer().healthy().contains(node.name()));
    steps.add("in the balancer after " + millis(start));
    FIGURES.print(node.name(), steps);
  }

  private static String millis(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() + " ms";
  }
}
