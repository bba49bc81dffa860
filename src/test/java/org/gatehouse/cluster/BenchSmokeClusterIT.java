package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whether bench and judge see what is there to see. {@link FullStopClusterIT} has a loss for the
 * judge, and a full run has {@link BenchFaultsClusterIT}.
 */
@DisplayName("Bench and judge")
@Order(4)
class BenchSmokeClusterIT {
  private static final Duration END = Duration.ofSeconds(30);
  private static final int WORKERS = Load.size("workers", 4);

  @Test
  void passesNodesThatNobodyTouches() throws Exception {
    Cluster cluster = SharedCluster.ready();
    try (History history = History.open(Judged.file(cluster, "quiet"));
        LoadDriver driver = new LoadDriver(cluster, history)) {
      try (Load load = Load.closed(driver, WORKERS)) {
        load.lasts(Duration.ofSeconds(Load.size("quiet-seconds", 3, 30)));
        load.stop(END);
      }
      driver.readAll();
    }

    Judged judged = Judged.of(cluster, "quiet");

    judged.holds();
    assertThat(judged.verdict().count("families")).isPositive();
    assertThat(judged.verdict().count("raced keys")).isPositive();
    assertThat(judged.verdict().count("verified tokens")).isPositive();
    assertThat(judged.verdict().count("final reads")).isPositive();
  }
}
