package org.gatehouse.store.memory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;

/**
 * Grants in the memory of one node. One lock makes every verb atomic, those on many grants, too. A
 * used-up grant stays until it expires, so that a replay is told from an unknown key; what has
 * expired is dropped before anything else is done.
 */
@ApplicationScoped
@Typed(MemoryGrantStore.class)
public class MemoryGrantStore implements GrantStore {
  private final Object lock = new Object();
  private final Map<GrantKey, Entry> entries = new HashMap<>();
  private final GrantIndex<Instant> byEnd = new GrantIndex<>();
  private final GrantIndex<String> byGrant = new GrantIndex<>();
  private final GrantIndex<String> bySubject = new GrantIndex<>();
  private final GrantIndex<String> bySession = new GrantIndex<>();
  private final Clock clock;

  @Inject
  public MemoryGrantStore(Clock clock) {
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  MemoryGrantStore() {
    this(null); // CDI client proxy
  }

  private record Entry(StoredGrant grant, boolean used) {}

  @Override
  public boolean create(GrantKey key, StoredGrant grant) {
    return alone(() -> !entries.containsKey(key) && add(key, grant));
  }

  @Override
  public Optional<StoredGrant> find(GrantKey key) {
    return alone(() -> good(key));
  }

  @Override
  public List<StoredGrant> findAll(GrantFilter filter) {
    return alone(
        () ->
            matching(filter).stream()
                .flatMap(key -> good(key).stream())
                .sorted(Comparator.comparing(StoredGrant::createdAt))
                .toList());
  }

  @Override
  public Outcome<StoredGrant> consume(GrantKey key, String clientId) {
    return alone(() -> use(key, clientId));
  }

  @Override
  public Outcome<StoredGrant> rotate(
      GrantKey key, String clientId, GrantKey nextKey, StoredGrant next) {
    return alone(
        () -> {
          if (entries.containsKey(nextKey)) {
            throw new IllegalStateException("the key of the successor is taken");
          }
          Outcome<StoredGrant> outcome = use(key, clientId);
          if (outcome instanceof Outcome.First<StoredGrant>) {
            add(nextKey, next);
          }
          return outcome;
        });
  }

  @Override
  public boolean renew(GrantKey key, Instant expiresAt) {
    return alone(
        () -> {
          Optional<StoredGrant> good = good(key);
          good.ifPresent(
              grant -> {
                remove(key);
                add(key, grant.until(expiresAt));
              });
          return good.isPresent();
        });
  }

  @Override
  public void revoke(GrantKey key) {
    alone(() -> remove(key));
  }

  @Override
  public void revokeAll(GrantFilter filter) {
    alone(
        () -> {
          matching(filter).forEach(this::remove);
          return true;
        });
  }

  /** How many grants are held, the used-up ones among them. */
  int size() {
    return alone(entries::size);
  }

  /** Whether nothing is held, in no index either. */
  boolean isEmpty() {
    return alone(
        () ->
            entries.isEmpty()
                && byEnd.isEmpty()
                && byGrant.isEmpty()
                && bySubject.isEmpty()
                && bySession.isEmpty());
  }

  private <R> R alone(Supplier<R> verb) {
    synchronized (lock) {
      dropExpired(clock.instant());
      return verb.get();
    }
  }

  private void dropExpired(Instant now) {
    Optional<Instant> end = byEnd.first();
    while (end.isPresent() && !end.get().isAfter(now)) {
      byEnd.of(end.get()).forEach(this::remove);
      end = byEnd.first();
    }
  }

  private Optional<StoredGrant> good(GrantKey key) {
    return Optional.ofNullable(entries.get(key)).filter(entry -> !entry.used()).map(Entry::grant);
  }

  private Outcome<StoredGrant> use(GrantKey key, String clientId) {
    Entry entry = entries.get(key);
    if (entry == null || !entry.grant().clientId().equals(clientId)) {
      return new Outcome.Unknown<>();
    }
    if (entry.used()) {
      return new Outcome.Replayed<>(entry.grant());
    }
    entries.put(key, new Entry(entry.grant(), true));
    return new Outcome.First<>(entry.grant());
  }

  /** The keys that the filter names, looked up by the narrowest of what it gives. */
  private List<GrantKey> matching(GrantFilter filter) {
    Collection<GrantKey> candidates =
        filter
            .grantId()
            .map(byGrant::of)
            .or(() -> filter.sessionId().map(bySession::of))
            .or(() -> filter.subject().map(bySubject::of))
            .orElseGet(() -> List.copyOf(entries.keySet()));
    return candidates.stream().filter(key -> isMeant(filter, key)).toList();
  }

  private boolean isMeant(GrantFilter filter, GrantKey key) {
    Entry entry = entries.get(key);
    return entry != null && filter.matches(key.type(), entry.grant());
  }

  private boolean add(GrantKey key, StoredGrant grant) {
    entries.put(key, new Entry(grant, false));
    byEnd.add(grant.expiresAt(), key);
    byGrant.add(grant.grantId(), key);
    grant.subject().ifPresent(subject -> bySubject.add(subject, key));
    grant.sessionId().ifPresent(session -> bySession.add(session, key));
    return true;
  }

  private boolean remove(GrantKey key) {
    Entry entry = entries.remove(key);
    if (entry == null) {
      return false;
    }
    StoredGrant grant = entry.grant();
    byEnd.remove(grant.expiresAt(), key);
    byGrant.remove(grant.grantId(), key);
    grant.subject().ifPresent(subject -> bySubject.remove(subject, key));
    grant.sessionId().ifPresent(session -> bySession.remove(session, key));
    return true;
  }
}
