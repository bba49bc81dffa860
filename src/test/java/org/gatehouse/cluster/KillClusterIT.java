package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Nodes that are killed under load")
@Order(10)
class KillClusterIT {
  private static final int KILLS = Load.size("kills", 1, 10);

  /** Of each kill. */
  private static final Duration LOAD = Duration.ofSeconds(Load.size("seconds", 10, 60));

  private static final int WORKERS = Load.size("workers", 2, 4);
  private static final Duration END = Duration.ofSeconds(30);

  private static final Figures FIGURES = new Figures("kill");

  private final Random random = new Random(Load.SEED);
  private final List<Blow> blows = new ArrayList<>();

  /**
   * One node is killed and started again.
   *
   * @param fault just before it is killed
   * @param dead when its process is gone
   * @param heal when all nodes are ready again
   */
  private record Blow(String victim, Call fault, Call dead, Call heal, Duration back) {
    /** Whether the call was at the node when that was killed. */
    boolean cut(Call call) {
      return call.node().equals(victim)
          && call.start() <= dead.end()
          && call.end() >= fault.start();
    }

    /** Whether a client asked that node, and no balancer, while it was not there. */
    boolean missed(Call call) {
      return call.node().equals(victim)
          && call.code().endsWith("ConnectException")
          && call.start() >= fault.start()
          && call.end() <= heal.end();
    }

    boolean covers(Call call) {
      return call.end() >= fault.start() && call.start() <= heal.end();
    }
  }

  @Test
  void loseNothingAndOnlyWhatTheyWereDoingFails() throws Exception {
    Cluster cluster = SharedCluster.ready();
    long before = cluster.balancer().retries();
    try (History history = History.open(Judged.file(cluster, "kill"));
        LoadDriver driver = new LoadDriver(cluster, history)) {
      try (Load load = Load.closed(driver, WORKERS)) {
        for (int i = 0; i < KILLS; i++) {
          long end = System.nanoTime() + LOAD.toNanos();
          pass(Duration.ofMillis(1000 + random.nextInt(3000)));
          blows.add(kill(cluster, history, i));
          Patience.of(LOAD.plus(END)).until("its load is over", () -> System.nanoTime() > end);
        }
        load.stop(END);
      }
      driver.readAll();
    }
    Judged judged = Judged.of(cluster, "kill");
    List<Call> failed =
        judged.calls().stream()
            .filter(call -> call.mayHaveBurnt() && !call.is(Operation.JWKS))
            .toList();
    List<Call> others = failed.stream().filter(call -> !isExplained(call)).toList();
    blows.forEach(blow -> report(blow, failed));
    FIGURES.print("tried again by the balancer", cluster.balancer().retries() - before);
    FIGURES.print("failed for other reasons", others.size() + " " + first(others));

    judged.holds();
    assertThat(others).isEmpty();
  }

  private static void pass(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    Patience.of(time.plus(END)).until("it has passed", () -> System.nanoTime() > end);
  }

  private Blow kill(Cluster cluster, History history, int number) throws Exception {
    Node victim = cluster.nodes().get(random.nextInt(SharedCluster.NODES));
    String name = "kill " + number + " of " + victim.name();
    Call fault = history.fault(name);
    victim.kill9();
    Patience.of(END).until(victim.name() + " is gone", () -> !victim.isAlive());
    Call dead = history.begin(Operation.VISIT).key("gone").ok();
    Patience.of(END)
        .until("the balancer knows", () -> !cluster.balancer().healthy().contains(victim.name()));
    pass(Duration.ofMillis(500));
    long start = System.nanoTime();
    victim.start();
    cluster.awaitReady(SharedCluster.START);
    Duration back = Duration.ofNanos(System.nanoTime() - start);
    return new Blow(victim.name(), fault, dead, history.heal(name), back);
  }

  private boolean isExplained(Call call) {
    return blows.stream().anyMatch(blow -> blow.cut(call) || blow.missed(call));
  }

  private static void report(Blow blow, List<Call> failed) {
    List<Call> ofBlow = failed.stream().filter(blow::covers).toList();
    List<Call> cut = ofBlow.stream().filter(blow::cut).toList();
    long last =
        ofBlow.stream()
            .filter(call -> !blow.missed(call))
            .mapToLong(Call::end)
            .max()
            .orElse(blow.fault().end());
    FIGURES.print(
        "kill of " + blow.victim(),
        "%d calls in flight failed, %d straight ones missed it, full service after %d ms, node back after %d ms"
            .formatted(
                cut.size(),
                ofBlow.stream().filter(blow::missed).count(),
                (last - blow.fault().end()) / 1_000_000,
                blow.back().toMillis()));
  }

  private static List<Call> first(List<Call> calls) {
    return calls.subList(0, Math.min(10, calls.size()));
  }
}
