package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Commands;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Nodes are drained and stopped by the commands of docs/deployment.md, and started again, while
 * clients call: through the balancer of the bench, and through HAProxy where it is installed.
 */
@DisplayName("A rolling restart")
@Order(11)
class RollingRestartClusterIT {
  private static final int WORKERS = Load.size("workers", 2, 4);

  /** Between two things that a client does: the node that starts needs the same cores. */
  private static final int PAUSE_MILLIS = Load.size("pause-millis", 50);

  /** How many nodes, one after the other; more than three begin again with the first. */
  private static final int RESTARTS = Load.size("restarts", 1, 3);

  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Figures FIGURES = new Figures("rolling restart");

  @Test
  void failsNoRequest() throws Exception {
    Cluster cluster = SharedCluster.ready();
    FIGURES.print("seed", Load.SEED);
    Queue<Visitor> visitors = new ConcurrentLinkedQueue<>();
    try (History history = History.open(Judged.file(cluster, "rolling"));
        LoadDriver driver = new LoadDriver(cluster, history);
        FrontRoute proxy = FrontRoute.haproxy(cluster)) {
      for (int i = 0; i < WORKERS; i++) {
        Visitor visitor = driver.visitor();
        assertThat(visitor.signIn(driver.balanced())).isPresent();
        visitors.add(visitor);
      }
      long start = System.nanoTime();
      try (Load load = Load.closed(random -> act(driver, proxy, visitors, random), WORKERS)) {
        for (int i = 0; i < RESTARTS; i++) {
          restart(cluster, cluster.nodes().get(i % cluster.nodes().size()), proxy);
        }
        load.stop(SOON);
      }
      FIGURES.printSince("all in all", start);
      driver.readAll();
      judge(history);
    }
  }

  private static void judge(History history) throws Exception {
    Verdict verdict = FIGURES.judge(history, Rules.STRICT);
    List<Call> calls =
        History.read(history.file()).stream()
            .filter(call -> !call.is(Operation.JWKS) && !call.is(Operation.VERIFY))
            .toList();
    List<Call> failed = calls.stream().filter(call -> !call.ok()).toList();
    FIGURES.print("requests through the balancers", Figures.times(calls));
    FIGURES.print("failed", failed.size());
    assertThat(failed).isEmpty();
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
  }

  /** What users and clients do through the balancers; a browser keeps its session all the time. */
  private static void act(
      LoadDriver driver, FrontRoute proxy, Queue<Visitor> visitors, Random random)
      throws InterruptedException {
    Thread.sleep(PAUSE_MILLIS);
    int dice = random.nextInt(10);
    Visitor visitor = dice == 0 ? visitors.poll() : null;
    if (visitor != null) {
      visitor.silently(driver.balanced());
      visitors.add(visitor);
    } else if (dice == 1 && proxy.isThere()) {
      driver.calls().clientCredentials(proxy.route());
    } else {
      driver.actThroughBalancer(random);
    }
  }

  private static void restart(Cluster cluster, Node node, FrontRoute proxy) throws Exception {
    List<String> steps = new ArrayList<>();
    long start = System.nanoTime();
    leave(cluster, node, steps, start);
    long starting = proxy.written();
    node.start();
    node.awaitReady(SharedCluster.START);
    steps.add("ready after " + millis(start));
    Patience.of(SOON)
        .until("the balancer has it", () -> cluster.balancer().healthy().contains(node.name()));
    proxy.awaitUp(cluster, node, starting);
    steps.add("in the balancers after " + millis(start));
    FIGURES.print(node.name(), steps);
  }

  /** As the page has it: drained, and stopped some seconds later. */
  private static void leave(Cluster cluster, Node node, List<String> steps, long start)
      throws Exception {
    Commands leave = commands(node);
    ExecutorService operator = Executors.newSingleThreadExecutor();
    try {
      Future<String> left = operator.submit(() -> leave.runOn(node));
      Patience.of(SOON)
          .until(
              "the balancer has taken it out",
              () -> !cluster.balancer().healthy().contains(node.name()));
      steps.add("out of the balancer after " + millis(start));
      left.get();
    } finally {
      operator.shutdownNow();
    }
    Patience.of(SOON).until("it has ended", () -> !node.isAlive());
    steps.add("stopped after " + millis(start));
  }

  private static Commands commands(Node node) throws Exception {
    Map<String, List<Commands>> page = Commands.of(Path.of("docs/deployment.md"));
    return page.get("Rolling update")
        .get(0)
        .given("PATH", System.getProperty("gatehouse.cluster.home") + "/bin:$PATH")
        .given("WLP_USER_DIR", node.server().getParent().getParent().toString());
  }

  private static String millis(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() + " ms";
  }
}
