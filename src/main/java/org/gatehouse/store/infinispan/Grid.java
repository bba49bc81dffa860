package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
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
import org.infinispan.commons.IllegalLifecycleStateException;
import org.infinispan.partitionhandling.AvailabilityException;
import org.infinispan.remoting.transport.jgroups.SuspectException;
import org.jspecify.annotations.Nullable;

/**
 * One cache of grants. Whatever it cannot answer in time, or must not while members are lost, is a
 * {@link StoreUnavailableException}.
 */
final class Grid {
  private static final System.Logger LOG = System.getLogger(Grid.class.getName());

  /** How long what is decided already waits for the members to know. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  /**
   * How long a request waits for the members, over all that Infinispan tries meanwhile. A member
   * that was just lost does not answer, and it takes some seconds to notice.
   */
  private static final Duration ANSWER = Duration.ofMillis(800);

  /** How long after such a wait nobody else is sent into the next one who can do without. */
  private static final long HESITATION = Duration.ofSeconds(2).toNanos();

  private final Cluster cluster;
  private final Cache<String, GridGrant> cache;
  private final Clock clock;

  /** Until when, in nanoseconds of the timer. */
  private final AtomicLong hesitates = new AtomicLong(System.nanoTime());

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

  /** Whether a member did not answer just now: what can go elsewhere should. */
  boolean isHesitant() {
    return System.nanoTime() - hesitates.get() < 0;
  }

  /** The view of the cluster, another one whenever a member comes or goes. */
  String view() {
    return cluster.viewId();
  }

  Optional<GridGrant> get(GrantKey key) {
    return Optional.ofNullable(within(() -> cache.getAsync(text(key))))
        .filter(grant -> !grant.hasEnded(clock.instant()));
  }

  /**
   * Keeps the grant where nothing is under its key; gives what was there. What has ended is as good
   * as nothing: the cache drops it by a clock of its own, perhaps later.
   */
  Optional<GridGrant> putIfAbsent(GrantKey key, GridGrant grant) {
    Optional<GridGrant> there =
        Optional.ofNullable(
            within(
                () ->
                    cache.putIfAbsentAsync(
                        text(key), grant, lifespan(grant), TimeUnit.MILLISECONDS)));
    if (there.isEmpty() || !there.get().hasEnded(clock.instant())) {
      return there;
    }
    return replace(key, there.get(), grant) ? Optional.empty() : putIfAbsent(key, grant);
  }

  /** Changes the grant where it is still as it was seen. */
  boolean replace(GrantKey key, GridGrant seen, GridGrant now) {
    return Boolean.TRUE.equals(
        within(
            () -> cache.replaceAsync(text(key), seen, now, lifespan(now), TimeUnit.MILLISECONDS)));
  }

  /** Tells the members what is decided, without waiting for one that is lost. */
  void tell(GrantKey key, GridGrant over) {
    try {
      cache
          .putAsync(text(key), over, lifespan(over), TimeUnit.MILLISECONDS)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CacheException e) {
      LOG.log(level(e), "Members hear later that a grant is over", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void remove(GrantKey key, GridGrant seen) {
    within(() -> cache.removeAsync(text(key), seen));
  }

  <T> T lookUp(Supplier<T> verb) {
    return here(verb);
  }

  /** The live grants that the filter names. */
  List<NewGrant> matching(GrantFilter filter) {
    Instant now = clock.instant();
    return here(
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

  /**
   * What a command gives in time. One that is given up may still be carried out later, like one
   * whose answer was lost.
   */
  private <T> @Nullable T within(Supplier<CompletableFuture<T>> command) {
    try {
      return command.get().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | CacheException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(e);
    }
  }

  private RuntimeException failed(Throwable cause) {
    if (isWait(cause)) {
      hesitates.set(System.nanoTime() + HESITATION);
    }
    if (isWait(cause) || cause instanceof CacheException) {
      return new StoreUnavailableException(cause);
    }
    return new IllegalStateException("The grid refused a command", cause);
  }

  private static boolean isWait(Throwable cause) {
    return cause instanceof TimeoutException
        || cause instanceof org.infinispan.commons.TimeoutException;
  }

  /** Members that are lost, or that this node must not speak for, are told elsewhere. */
  private static System.Logger.Level level(Exception e) {
    Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
    boolean isOfACut =
        isWait(cause)
            || cause instanceof AvailabilityException
            || cause instanceof SuspectException
            || cause instanceof IllegalLifecycleStateException;
    return isOfACut ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
  }

  private static <T> T here(Supplier<T> verb) {
    try {
      return verb.get();
    } catch (CacheException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
