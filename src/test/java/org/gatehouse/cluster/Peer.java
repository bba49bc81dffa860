package org.gatehouse.cluster;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.Bind;
import org.gatehouse.config.ClusterConfig.Discovery;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ClusterConfig.Replication;
import org.jgroups.protocols.DISCARD;

/** A member of a cluster in this Java machine, which a test can cut from the others. */
public final class Peer implements AutoCloseable {
  private final Cluster cluster;

  private Peer(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Joins over memory, not over a network. */
  public static Peer join(String clusterName, String node, Optional<Members> members) {
    Cluster cluster = new Cluster(config(clusterName, node, 1), new Node(node, startId()), members);
    cluster.join();
    return new Peer(cluster);
  }

  /** Joins over memory; the majority of three is two. */
  public static Peer ofThree(String clusterName, String node) {
    Cluster cluster =
        new Cluster(config(clusterName, node, 3), new Node(node, startId()), Optional.empty());
    cluster.join();
    return new Peer(cluster);
  }

  /** Joins over memory; two members keep each entry. */
  public static Peer ofTwoOwners(String clusterName, String node, Members members) {
    ClusterConfig config = config(clusterName, node, 0, Replication.DISTRIBUTED);
    Cluster cluster = new Cluster(config, new Node(node, startId()), Optional.of(members));
    cluster.join();
    return new Peer(cluster);
  }

  /** Founds a cluster of its own, for it reaches nobody yet; the majority of three is two. */
  public static Peer apart(String clusterName, String node) {
    Peer peer =
        new Peer(
            new Cluster(config(clusterName, node, 3), new Node(node, startId()), Optional.empty()));
    peer.cut();
    peer.cluster.join();
    return peer;
  }

  /** Over memory. */
  public static ClusterConfig config(String clusterName, String node, int expected) {
    return config(clusterName, node, expected, Replication.REPLICATED);
  }

  private static ClusterConfig config(
      String clusterName, String node, int expected, Replication replication) {
    return new ClusterConfig(
        node,
        clusterName,
        new Bind(node, 7800),
        new Discovery(DiscoveryKind.DATABASE, List.of(), ""),
        Optional.empty(),
        true,
        replication,
        expected,
        Optional.of(file()));
  }

  static String startId() {
    return UUID.randomUUID().toString();
  }

  private static Path file() {
    try {
      return Path.of(Peer.class.getResource("/cluster/loopback.xml").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Cluster cluster() {
    return cluster;
  }

  /** From now on nothing reaches the others, and nothing of theirs comes. */
  public void cut() {
    discard().discardAll(true);
  }

  public void heal() {
    discard().discardAll(false);
  }

  private DISCARD discard() {
    return cluster.channel().getProtocolStack().findProtocol(DISCARD.class);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
