package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.Stock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("All nodes at once, stopped and killed")
@Order(12)
class FullStopClusterIT {
  private static final int GRANTS = Load.size("grants", 100, 10_000);
  private static final int WORKERS = Load.size("stock-workers", 8);

  private static final Figures FIGURES = new Figures("full stop");

  private interface End {
    void of(Node node) throws Exception;
  }

  @Test
  void loseNoRefreshTokenAndNoConsent() throws Exception {
    Cluster cluster = SharedCluster.ready();
    try (History history = History.open(Judged.file(cluster, "full-stop"));
        LoadDriver driver = new LoadDriver(cluster, history);
        Stock stock = new Stock(driver, WORKERS)) {
      long start = System.nanoTime();
      stock.make(GRANTS);
      stock.rotate(GRANTS / 3);
      tell("made " + GRANTS + " refresh tokens and consents, rotated " + stock.rotated(), start);
      restart(cluster, history, "ordered stop of all", Node::stop);
      long refused = look(stock, "after the ordered stop");
      WaitingCodes waiting = WaitingCodes.of(cluster);
      restart(cluster, history, "kill -9 of all", Node::kill9);
      waiting.expectLoss();
      refused += look(stock, "after the kill of all");
      long accepted = stock.offerRotated();
      FIGURES.print("rotated tokens accepted", accepted + " of " + stock.rotated());

      assertThat(refused).isZero();
      assertThat(accepted).isZero();
    }
    Judged.of(cluster, "full-stop").holds();
  }

  private static long look(Stock stock, String when) throws Exception {
    long start = System.nanoTime();
    long refused = stock.look();
    tell(when + " refresh tokens lost " + refused + " of " + stock.size(), start);
    return refused;
  }

  private static void restart(Cluster cluster, History history, String fault, End end)
      throws Exception {
    history.fault(fault);
    long start = System.nanoTime();
    atOnce(cluster.nodes(), end);
    tell(fault, start);
    start = System.nanoTime();
    for (Node node : cluster.nodes()) {
      node.start();
    }
    cluster.awaitReady(SharedCluster.START);
    tell("all nodes ready again", start);
    history.heal(fault);
  }

  private static void atOnce(List<Node> nodes, End end) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(nodes.size());
    try {
      List<Future<Void>> ends = new ArrayList<>();
      for (Node node : nodes) {
        ends.add(
            pool.submit(
                () -> {
                  end.of(node);
                  return null;
                }));
      }
      for (Future<Void> each : ends) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static void tell(String what, long start) {
    FIGURES.printSince(what, start);
  }
}
