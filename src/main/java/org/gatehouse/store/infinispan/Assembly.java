package org.gatehouse.store.infinispan;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.store.StoreUnavailableException;
import org.infinispan.Cache;
import org.infinispan.topology.CacheTopology;

/**
 * The members that hold one cache. Nodes that see each other do not share its entries yet: each
 * that was started alone has a cache of its own until the cluster has brought them together.
 */
final class Assembly {
  /** How long entries may move between members before whoever asks is refused. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final long PAUSE_NANOS = 20_000_000L;

  private final Cluster cluster;
  private final Cache<?, ?> cache;

  Assembly(Cluster cluster, Cache<?, ?> cache) {
    this.cluster = cluster;
    this.cache = cache;
  }

  /**
   * Waits until no entries move. Between two calls that give the same number, every command went to
   * the same members, more than half of those expected.
   *
   * @return the number of the members' order
   * @throws StoreUnavailableException in a minority at once, else where they do not come to rest
   */
  int atRest() {
    long end = System.nanoTime() + LONGEST.toNanos();
    CacheTopology order = ofMajority();
    while (order.getPhase() != CacheTopology.Phase.NO_REBALANCE) {
      if (Thread.currentThread().isInterrupted() || System.nanoTime() - end >= 0) {
        throw refused("members come or go");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      order = ofMajority();
    }
    return order.getTopologyId();
  }

  /** The cluster sees a loss first, the cache knows who has the entries. */
  private CacheTopology ofMajority() {
    CacheTopology order = cache.getAdvancedCache().getDistributionManager().getCacheTopology();
    long holders = order.getMembers().stream().filter(order.getActualMembers()::contains).count();
    if (holders < cluster.majority() || !cluster.isWhole()) {
      throw refused("in a minority");
    }
    return order;
  }

  static StoreUnavailableException refused(String reason) {
    return new StoreUnavailableException(new IllegalStateException(reason));
  }
}
