package org.gatehouse.cluster;

import java.util.List;
import org.gatehouse.cluster.bench.Cluster;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("A login over three nodes")
@Order(2)
class WholeLoginClusterIT {
  private static final int USER = 900_000_001;

  @Test
  void goesOnAtAnotherNodeAtEveryStep() throws Exception {
    Cluster cluster = SharedCluster.ready();

    List<String> steps = new WholeLogin(cluster.issuer(), USER, SharedCluster.NODES).go();

    new Figures("whole login").print(steps.size() + " steps", steps);
  }
}
