package org.gatehouse.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.load.Load;

/** Keeps nodes up for a person until this program is told to end: {@code mvn -Pcluster}. */
public final class KeptCluster {
  private static final int PORT = Load.size("port", 9080);
  private static final int NODES = Load.size("nodes", SharedCluster.NODES);

  private KeptCluster() {}

  /** Whatever ends it, {@link Cluster} ends the processes that it started. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    out.printf("%nStarting the database and %d nodes, which takes half a minute ...%n", NODES);
    try (Cluster cluster = open()) {
      cluster.start(SharedCluster.START);
      Reception reception = new Reception(cluster, out);
      reception.greet();
      reception.obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
      Thread.currentThread().join();
    }
  }

  private static Cluster open() throws IOException {
    try {
      return SharedCluster.open(Cluster.Plan.ofTheBuild("kept", NODES).forAPerson(PORT), Map.of());
    } catch (BindException inUse) {
      throw new IllegalStateException(
          "port " + PORT + " is in use; take another one: -Dgatehouse.cluster.port=...", inUse);
    }
  }
}
