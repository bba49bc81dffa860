package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Outcome;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Codes that are redeemed many times at once, on all nodes")
class RacingCodesClusterIT {
  private static final int CODES = Load.size("codes", 20);
  private static final int OFFERS = Load.size("offers", 30);

  @Test
  void haveExactlyOneWinner() throws Exception {
    Cluster cluster = SharedCluster.ready();
    List<Call> offers = new ArrayList<>();
    long start = System.nanoTime();
    try (History history = History.open(Judged.file(cluster, "racing"));
        LoadDriver driver = new LoadDriver(cluster, history)) {
      int each = (OFFERS + SharedCluster.NODES - 1) / SharedCluster.NODES;
      for (int i = 0; i < CODES; i++) {
        Grant code = driver.code(driver.balanced()).orElseThrow();
        offers.addAll(driver.race(code, each));
      }
    }
    report(offers, (System.nanoTime() - start) / 1_000_000);

    Judged judged = Judged.of(cluster, "racing");

    judged.holds();
    Map<String, Long> winners =
        offers.stream()
            .filter(Call::ok)
            .collect(Collectors.groupingBy(Call::key, Collectors.counting()));
    assertThat(winners).hasSize(CODES);
    assertThat(winners.values()).containsOnly(1L);
    assertThat(offers)
        .filteredOn(offer -> !offer.ok())
        .allSatisfy( // 503: no connection of the pool within a second
            offer -> assertThat(offer.outcome()).isIn(Outcome.REFUSED, Outcome.UNAVAILABLE));
  }

  private static void report(List<Call> offers, long millis) {
    System.out.println(
        "racing codes: "
            + CODES
            + " codes, "
            + offers.size()
            + " redemptions in "
            + millis
            + " ms, outcomes "
            + offers.stream()
                .collect(
                    Collectors.groupingBy(
                        call -> call.outcome() + " " + call.code(), Collectors.counting()))
            + ", winners by node "
            + offers.stream()
                .filter(Call::ok)
                .collect(Collectors.groupingBy(Call::node, Collectors.counting())));
  }
}
