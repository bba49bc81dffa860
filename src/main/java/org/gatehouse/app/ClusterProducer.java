package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.cluster.Members;
import org.gatehouse.cluster.Node;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.JdbcMembers;
import org.gatehouse.store.jdbc.Leases;

/** This node and its membership; where no grid is asked for, nothing of the cluster is touched. */
@ApplicationScoped
public class ClusterProducer {
  private final ClusterConfig config;
  private final StoreConfig stores;
  private final DataSources sources;
  private final Instance<Database> requests;

  @Inject
  public ClusterProducer(
      ClusterConfig config, StoreConfig stores, DataSources sources, Instance<Database> requests) {
    this.config = config;
    this.stores = stores;
    this.sources = sources;
    this.requests = requests;
  }

  @SuppressWarnings("NullAway")
  ClusterProducer() {
    this(null, null, null, null); // CDI client proxy
  }

  @Produces
  @Singleton
  public Node node() {
    String name = config.node().isEmpty() ? machine() : config.node();
    return new Node(name, UUID.randomUUID().toString());
  }

  /**
   * Joins at the first call, which the start makes. The shared list says who goes on only where the
   * database decides every use; where the grid does, it takes a majority, whatever else is in a
   * database.
   */
  @Produces
  @Singleton
  public Cluster cluster(Node node) {
    Cluster cluster =
        new Cluster(config, node, stores.isGridBeforeDatabase() ? list(node) : none());
    cluster.join();
    return cluster;
  }

  /** The last thing of a stop: requests have ended by then. */
  public void leave(@Disposes Cluster cluster) {
    cluster.close();
  }

  private Optional<Members> list(Node node) {
    Database database = requests.get().inBackground(sources.background());
    return Optional.of(new JdbcMembers(database, new Leases(database, node.startId())));
  }

  private static Optional<Members> none() {
    return Optional.empty();
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The machine has no name: set gatehouse.cluster.node", e);
    }
  }
}
