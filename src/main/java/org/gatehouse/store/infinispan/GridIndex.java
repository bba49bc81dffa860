package org.gatehouse.store.infinispan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gatehouse.store.GrantFilter;
import org.infinispan.Cache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryExpired;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.annotation.DataRehashed;
import org.infinispan.notifications.cachelistener.annotation.TopologyChanged;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;
import org.infinispan.notifications.cachelistener.event.Event;

/**
 * The keys of the entries that this node holds, by what filters name. It is told of every change;
 * what members send each other when one comes or goes it reads anew.
 */
@Listener
public final class GridIndex {
  private final Cache<String, GridGrant> cache;
  private final Map<String, Set<String>> keys = new ConcurrentHashMap<>();
  private final AtomicBoolean isStale = new AtomicBoolean(true);

  GridIndex(Cache<String, GridGrant> cache) {
    this.cache = cache;
    cache.addListener(this);
  }

  /** The keys that may be meant, by the narrowest of what the filter gives. */
  Set<String> candidates(GrantFilter filter) {
    fill();
    Optional<String> narrowest =
        filter
            .grantId()
            .map(GridIndex::grant)
            .or(() -> filter.sessionId().map(GridIndex::session))
            .or(() -> filter.subject().map(GridIndex::subject));
    return narrowest
        .map(name -> Set.copyOf(keys.getOrDefault(name, Set.of())))
        .orElseGet(() -> Set.copyOf(cache.keySet()));
  }

  /**
   * One thread reads what the index lacks, and the others wait: an index of a part would hide what
   * is to be revoked. What changes meanwhile is told, too, or makes it stale again.
   */
  private synchronized void fill() {
    if (isStale.getAndSet(false)) {
      boolean isFull = false;
      try {
        cache.forEach(this::add);
        isFull = true;
      } finally {
        if (!isFull) {
          isStale.set(true);
        }
      }
    }
  }

  @CacheEntryCreated
  @CacheEntryModified
  public void changed(CacheEntryEvent<String, GridGrant> event) {
    if (event.getValue() != null) {
      add(event.getKey(), event.getValue());
    }
  }

  @CacheEntryRemoved
  @CacheEntryExpired
  public void gone(CacheEntryEvent<String, GridGrant> event) {
    GridGrant grant = event.getValue();
    if (grant != null && !event.isPre()) {
      names(grant).forEach(name -> remove(name, event.getKey()));
    }
  }

  @TopologyChanged
  @DataRehashed
  public void moved(Event<String, GridGrant> event) {
    isStale.set(true);
  }

  private void add(String key, GridGrant grant) {
    names(grant)
        .forEach(name -> keys.computeIfAbsent(name, n -> ConcurrentHashMap.newKeySet()).add(key));
  }

  private void remove(String name, String key) {
    keys.computeIfPresent(
        name,
        (n, held) -> {
          held.remove(key);
          return held.isEmpty() ? null : held;
        });
  }

  private static Stream<String> names(GridGrant grant) {
    return Stream.of(grant(grant.grantId()), session(grant.sessionId()), subject(grant.subject()));
  }

  private static String grant(String id) {
    return "g:" + id;
  }

  private static String session(String id) {
    return "s:" + id;
  }

  private static String subject(String id) {
    return "u:" + id;
  }
}
