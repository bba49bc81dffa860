package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.infinispan.GridSealedKeyStore;

/** Keys in the grid, where they are wanted there; elsewhere nothing of the cluster is touched. */
@ApplicationScoped
public class GridKeys {
  private static final System.Logger LOG = System.getLogger(GridKeys.class.getName());
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final StoreConfig config;
  private final ClusterConfig nodes;
  private final Instance<Cluster> cluster;
  private final Handles handles;

  @Inject
  public GridKeys(
      StoreConfig config, ClusterConfig nodes, Instance<Cluster> cluster, Handles handles) {
    this.config = config;
    this.nodes = nodes;
    this.cluster = cluster;
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  GridKeys() {
    this(null, null, null, null); // CDI client proxy
  }

  GridSealedKeyStore store() {
    return new GridSealedKeyStore(cluster.get(), handles);
  }

  /** Before keys are read at the start: joins, and waits until more than half are together. */
  void await() {
    if (config.keepsKeysInGrid()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Keys are in the grid alone and are lost when all nodes stop at once: then all sessions are"
              + " over, and tokens that were signed before no longer verify.");
      LOG.log(
          System.Logger.Level.INFO,
          "Waiting up to {0} for {1} of {2} nodes, which read or make keys",
          LONGEST,
          nodes.majority(),
          nodes.expectedMembers());
      try {
        store().await(LONGEST);
      } catch (StoreUnavailableException e) {
        LOG.log(
            System.Logger.Level.INFO, "The keys of the grid are out of reach: {0}", e.getCause());
        throw tooFew();
      }
    }
  }

  private KeyMaterialException tooFew() {
    return new KeyMaterialException(
        "The keys are in the grid, and "
            + nodes.majority()
            + " of the "
            + nodes.expectedMembers()
            + " nodes of gatehouse.cluster.expected-members did not come together in "
            + LONGEST
            + "; start them together, and look whether they find and trust each other"
            + " (gatehouse.cluster.hosts, dns-query, tls.*).");
  }
}
