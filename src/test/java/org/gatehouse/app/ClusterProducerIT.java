package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.cluster.Peer;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.config.StoreConfig.CodesKind;
import org.gatehouse.config.StoreConfig.ConfigurationKind;
import org.gatehouse.config.StoreConfig.KeysKind;
import org.gatehouse.config.StoreConfig.OperationalKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The membership of a node whose grants are in the grid alone")
class ClusterProducerIT {
  private static final StoreConfig GRANTS_IN_THE_GRID_CLIENTS_IN_A_DATABASE =
      new StoreConfig(
          ConfigurationKind.DATABASE,
          OperationalKind.INFINISPAN,
          KeysKind.DATABASE,
          false,
          CodesKind.GRID,
          List.of(),
          new StoreConfig.Import(List.of(), false),
          20);

  private final ClusterConfig config = Peer.config(UUID.randomUUID().toString(), "a", 3);

  /** A list in that database would have a lone survivor of three go on. */
  @Test
  void takesAMajorityThoughClientsAreInADatabase() {
    ClusterProducer producer =
        new ClusterProducer(config, GRANTS_IN_THE_GRID_CLIENTS_IN_A_DATABASE, null, null);
    Cluster cluster = producer.cluster(producer.node());
    try {
      assertThat(cluster.standing().isGood()).isFalse();
      assertThat(cluster.standing().reason()).contains("majority");
    } finally {
      producer.leave(cluster);
    }
  }
}
