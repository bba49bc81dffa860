package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.crypto.HashedHandle;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.StoreUnavailableException;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;

/**
 * One cache of grants. Whatever it cannot answer in time, or must not while members are lost, is a
 * {@link StoreUnavailableException}.
 */
final class Grid {
  private static final System.Logger LOG = System.getLogger(Grid.class.getName());

  /** How long what is decided already waits for the members to know. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Cluster cluster;
  private final Cache<String, GridGrant> cache;
  private final Clock clock;

  Grid(Cluster cluster, String name, Clock clock) {
    this.cluster = cluster;
    this.cache = cluster.cache(name, new OverBeatsLive());
    this.clock = clock;
  }

  Cache<String, GridGrant> cache() {
    return cache;
  }

  /** Whether what this node does not find is nowhere. */
  boolean isWhole() {
    return cluster.isWhole();
  }

  boolean isAvailable() {
    return cluster.isAvailable();
  }

  /** The view of the cluster, another one whenever a member comes or goes. */
  String view() {
    return cluster.viewId();
  }

  Optional<GridGrant> get(GrantKey key) {
    return within(() -> Optional.ofNullable(cache.get(text(key))))
        .filter(grant -> !grant.hasEnded(clock.instant()));
  }

  /**
   * Keeps the grant where nothing is under its key; gives what was there. What has ended is as good
   * as nothing: the cache drops it by a clock of its own, perhaps later.
   */
  Optional<GridGrant> putIfAbsent(GrantKey key, GridGrant grant) {
    Optional<GridGrant> there =
        within(
            () ->
                Optional.ofNullable(
                    cache.putIfAbsent(text(key), grant, lifespan(grant), TimeUnit.MILLISECONDS)));
    if (there.isEmpty() || !there.get().hasEnded(clock.instant())) {
      return there;
    }
    return replace(key, there.get(), grant) ? Optional.empty() : putIfAbsent(key, grant);
  }

  /** Changes the grant where it is still as it was seen. */
  boolean replace(GrantKey key, GridGrant seen, GridGrant now) {
    return within(() -> cache.replace(text(key), seen, now, lifespan(now), TimeUnit.MILLISECONDS));
  }

  /** Tells the members what is decided, without waiting for one that is lost. */
  void tell(GrantKey key, GridGrant over) {
    try {
      cache
          .putAsync(text(key), over, lifespan(over), TimeUnit.MILLISECONDS)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CacheException e) {
      LOG.log(System.Logger.Level.DEBUG, "Members hear later that a grant is over", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void remove(GrantKey key, GridGrant seen) {
    within(() -> cache.remove(text(key), seen));
  }

  <T> T lookUp(Supplier<T> verb) {
    return within(verb);
  }

  /** The live grants that the filter names. */
  List<NewGrant> matching(GrantFilter filter) {
    Instant now = clock.instant();
    return within(
        () -> {
          List<NewGrant> found = new ArrayList<>();
          for (Map.Entry<String, GridGrant> entry : cache.entrySet()) {
            GrantKey key = key(entry.getKey());
            GridGrant grant = entry.getValue();
            if (grant.isGoodAt(now) && filter.matches(key.type(), grant.stored())) {
              found.add(new NewGrant(key, grant.stored()));
            }
          }
          return found;
        });
  }

  static String text(GrantKey key) {
    return key.type().name() + ":" + key.hash().value();
  }

  static GrantKey key(String text) {
    int colon = text.indexOf(':');
    return new GrantKey(
        GrantType.valueOf(text.substring(0, colon)), new HashedHandle(text.substring(colon + 1)));
  }

  private long lifespan(GridGrant grant) {
    return Math.max(1, grant.expiresAt() - clock.instant().toEpochMilli());
  }

  private static <T> T within(Supplier<T> verb) {
    try {
      return verb.get();
    } catch (CacheException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
