package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Database;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.load.Load;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** First of all: the start of the shared cluster is the first of its races. */
@DisplayName("Three nodes that start at the same moment, on a fresh database")
@Order(1)
class StartRaceClusterIT {
  private static final int STARTS = Load.size("starts", 1, 20);
  private static final Duration AGREED = Duration.ofSeconds(30);
  private static final List<String> KEYS =
      List.of("canary", "ring 1", "signing ES256-1", "signing PS256-1", "signing RS256-1");

  @Test
  void areOneClusterWithOneRingAndOneKeyForEachAlgorithm() throws Exception {
    long start = System.nanoTime();
    isOne(SharedCluster.ready(), 1, start);
    for (int i = 2; i <= STARTS; i++) {
      start = System.nanoTime();
      try (Cluster cluster = SharedCluster.open("start-race", SharedCluster.NODES, Map.of())) {
        cluster.start(SharedCluster.START);
        isOne(cluster, i, start);
      }
    }
  }

  private static void isOne(Cluster cluster, int number, long start) throws Exception {
    long ready = millis(start);
    Patience.of(AGREED).until("all see three members", () -> areThree(cluster));
    Set<String> published = new TreeSet<>();
    for (Node node : cluster.nodes()) {
      published.add(new Program(node.uri()).get("/.well-known/openid-configuration/jwks").body());
    }
    List<String> kept = kept(cluster.database());
    new Figures("start race")
        .print(
            "start " + number,
            "ready after %d ms, three members after %d ms, %d key sets published, kept %s"
                .formatted(ready, millis(start), published.size(), kept));

    assertThat(published).hasSize(1);
    assertThat(kept).containsExactlyElementsOf(KEYS);
  }

  private static long millis(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static boolean areThree(Cluster cluster) throws Exception {
    for (Node node : cluster.nodes()) {
      String health = new Program(node.uri()).get("/health/ready").body().replaceAll("\\s", "");
      if (!health.contains("\"members\":3") || !health.contains("\"heardOf\":3")) {
        return false;
      }
    }
    return true;
  }

  private static List<String> kept(Database database) throws SQLException {
    List<String> kept = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select kind, slot from sealed_keys order by kind, slot")) {
      while (rows.next()) {
        String kind = rows.getString(1);
        kept.add(kind.equals("canary") ? kind : kind + " " + rows.getString(2));
      }
    }
    return kept;
  }
}
