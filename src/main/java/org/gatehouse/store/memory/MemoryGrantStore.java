package org.gatehouse.store.memory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;

/**
 * Grants in the memory of one node. A used-up grant stays until it expires, so that a replay is
 * told from an unknown key; a sweep at most once a minute drops what has expired.
 */
@ApplicationScoped
@Typed(MemoryGrantStore.class)
public class MemoryGrantStore implements GrantStore {
  private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

  private final Map<GrantKey, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);
  private final Clock clock;

  @Inject
  public MemoryGrantStore(Clock clock) {
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  MemoryGrantStore() {
    this(null); // CDI client proxy
  }

  /** One entry; never changed, only replaced as a whole. */
  private record Entry(StoredGrant grant, boolean used) {
    boolean isLiveAt(Instant now) {
      return now.isBefore(grant.expiresAt());
    }

    boolean isGoodAt(Instant now) {
      return !used && isLiveAt(now);
    }
  }

  @Override
  public boolean create(GrantKey key, StoredGrant grant) {
    Instant now = clock.instant();
    sweep(now);
    AtomicBoolean created = new AtomicBoolean();
    entries.compute(
        key,
        (k, old) -> {
          boolean free = old == null || !old.isLiveAt(now);
          created.set(free);
          return free ? new Entry(grant, false) : old;
        });
    return created.get();
  }

  @Override
  public Optional<StoredGrant> find(GrantKey key) {
    Instant now = clock.instant();
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> entry.isGoodAt(now))
        .map(Entry::grant);
  }

  @Override
  public List<StoredGrant> findAll(GrantFilter filter) {
    Instant now = clock.instant();
    return matching(filter)
        .map(Map.Entry::getValue)
        .filter(entry -> entry.isGoodAt(now))
        .map(Entry::grant)
        .sorted(Comparator.comparing(StoredGrant::createdAt))
        .toList();
  }

  @Override
  public Outcome<StoredGrant> consume(GrantKey key, String clientId) {
    return use(key, clientId);
  }

  @Override
  public Outcome<StoredGrant> rotate(
      GrantKey key, String clientId, GrantKey nextKey, StoredGrant next) {
    if (!create(nextKey, next)) {
      throw new IllegalStateException("the key of the successor is taken");
    }
    Outcome<StoredGrant> outcome = use(key, clientId);
    if (!(outcome instanceof Outcome.First<StoredGrant>)) {
      entries.remove(nextKey);
    }
    return outcome;
  }

  @Override
  public boolean renew(GrantKey key, Instant expiresAt) {
    Entry entry = entries.get(key);
    if (entry == null || !entry.isGoodAt(clock.instant())) {
      return false;
    }
    Entry renewed = new Entry(entry.grant().until(expiresAt), false);
    return entries.replace(key, entry, renewed) || renew(key, expiresAt);
  }

  @Override
  public void revoke(GrantKey key) {
    entries.remove(key);
  }

  @Override
  public void revokeAll(GrantFilter filter) {
    matching(filter).map(Map.Entry::getKey).toList().forEach(entries::remove);
  }

  private Outcome<StoredGrant> use(GrantKey key, String clientId) {
    Entry entry = entries.get(key);
    if (entry == null
        || !entry.isLiveAt(clock.instant())
        || !entry.grant().clientId().equals(clientId)) {
      return new Outcome.Unknown<>();
    }
    if (entry.used()) {
      return new Outcome.Replayed<>(entry.grant());
    }
    return entries.replace(key, entry, new Entry(entry.grant(), true))
        ? new Outcome.First<>(entry.grant())
        : use(key, clientId); // somebody was faster: look again
  }

  private Stream<Map.Entry<GrantKey, Entry>> matching(GrantFilter filter) {
    return entries.entrySet().stream()
        .filter(e -> filter.matches(e.getKey().type(), e.getValue().grant()));
  }

  private void sweep(Instant now) {
    Instant due = nextSweep.get();
    if (now.isAfter(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_INTERVAL))) {
      entries.values().removeIf(entry -> !entry.isLiveAt(now));
    }
  }
}
