package org.gatehouse.cluster;

import java.io.IOException;
import java.time.Duration;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.FrontProxy;
import org.gatehouse.cluster.bench.FrontProxy.Program;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.load.Route;

/**
 * A second way to the nodes of a cluster: a load balancer of docs/deployment; or nothing, where
 * that is not installed.
 */
record FrontRoute(FrontProxy proxy) implements AutoCloseable {
  /** A net that the bench is not in, so that administration is closed to it. */
  private static final String INSIDE = "10.255.255.0/24";

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(100);

  static FrontRoute haproxy(Cluster cluster) throws IOException {
    return Program.HAPROXY.missing().isPresent()
        ? new FrontRoute(null)
        : open(Program.HAPROXY, cluster);
  }

  static FrontRoute open(Program program, Cluster cluster) throws IOException {
    return new FrontRoute(
        FrontProxy.open(
            program,
            cluster.directory().resolve(program.name()),
            FrontProxy.freePort(),
            INSIDE,
            cluster.nodes().stream().map(Node::address).toList()));
  }

  boolean isThere() {
    return proxy != null;
  }

  Route route() {
    return Route.balanced(proxy.uri());
  }

  long written() throws IOException {
    return isThere() ? proxy.written() : 0;
  }

  /** Waits until HAProxy has said that it has the node again, after so much that it wrote. */
  void awaitUp(Cluster cluster, Node node, long written) throws Exception {
    if (isThere()) {
      char name = (char) ('a' + cluster.nodes().indexOf(node));
      Patience.of(SOON)
          .every(LOOK)
          .until(
              "HAProxy has it", () -> proxy.hasWritten("Server nodes/" + name + " is UP", written));
    }
  }

  @Override
  public void close() throws IOException {
    if (isThere()) {
      proxy.close();
    }
  }
}
