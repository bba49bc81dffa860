package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Outcome;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Codes that are redeemed many times at once, on all nodes")
@Order(5)
class RacingCodesClusterIT {
  private static final int CODES = Load.size("codes", 20, 1_000);
  private static final int OFFERS = Load.size("offers", 30, 100);

  private static final Figures FIGURES = new Figures("racing codes");

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
    FIGURES.printSince("all in all", start);
    report(offers);

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

  private static void report(List<Call> offers) {
    FIGURES.print("codes, redemptions", CODES + ", " + offers.size());
    FIGURES.print("outcomes", counts(offers, call -> call.outcome() + " " + call.code()));
    FIGURES.print("winners by node", counts(offers.stream().filter(Call::ok).toList(), Call::node));
  }

  private static Map<String, Long> counts(List<Call> calls, Function<Call, String> kind) {
    return calls.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
  }
}
