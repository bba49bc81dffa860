package org.gatehouse.store.memory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;

/**
 * Grants in the memory of one node. One lock makes every verb atomic, those on many grants, too. A
 * used-up grant moves to a table of its own until it expires, so that a replay is told from an
 * unknown key and no look-up of good grants gets slower; what has expired is dropped before
 * anything else is done.
 */
@ApplicationScoped
@Typed(MemoryGrantStore.class)
public class MemoryGrantStore implements GrantAuthority {
  private final Object lock = new Object();
  private final GrantTable good = new GrantTable();
  private final GrantTable used = new GrantTable();

  private final Clock clock;

  @Inject
  public MemoryGrantStore(Clock clock) {
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  MemoryGrantStore() {
    this(null); // CDI client proxy
  }

  @Override
  public boolean create(GrantKey key, StoredGrant grant) {
    return alone(
        () -> {
          boolean isFree = !isTaken(key);
          if (isFree) {
            good.add(key, grant);
          }
          return isFree;
        });
  }

  @Override
  public Optional<StoredGrant> find(GrantKey key) {
    return alone(() -> good.get(key));
  }

  @Override
  public List<StoredGrant> findAll(GrantFilter filter) {
    return alone(
        () ->
            good.matching(filter).stream()
                .flatMap(key -> good.get(key).stream())
                .sorted(Comparator.comparing(StoredGrant::createdAt))
                .toList());
  }

  @Override
  public Outcome<StoredGrant> consume(GrantKey key, String clientId, List<NewGrant> results) {
    return alone(
        () ->
            good.get(key)
                .filter(grant -> grant.clientId().equals(clientId))
                .map(grant -> use(key, grant, results))
                .orElseGet(() -> usedBefore(key, clientId)));
  }

  @Override
  public Outcome<StoredGrant> consumeAbsent(
      NewGrant waiting, String clientId, List<NewGrant> results) {
    return alone(
        () -> {
          StoredGrant grant = waiting.grant();
          boolean mayBeUsed =
              grant.clientId().equals(clientId) && grant.expiresAt().isAfter(clock.instant());
          if (!mayBeUsed || !mark(waiting, results)) {
            return usedBefore(waiting.key(), clientId);
          }
          create(waiting.key(), grant);
          return consume(waiting.key(), clientId, results);
        });
  }

  @Override
  public Outcome<StoredGrant> consumePresent(
      GrantKey key, String clientId, List<NewGrant> results) {
    return alone(
        () ->
            good.get(key)
                    .filter(grant -> grant.clientId().equals(clientId))
                    .filter(grant -> mark(new NewGrant(key, grant), results))
                    .isPresent()
                ? consume(key, clientId, results)
                : usedBefore(key, clientId));
  }

  /** Keeps the mark of a use; false where there was one, and none where the use is to fail. */
  private boolean mark(NewGrant waiting, List<NewGrant> results) {
    NewGrant mark = GrantAuthority.mark(waiting);
    if (isTaken(mark.key())) {
      return false;
    }
    requireFree(results);
    return create(mark.key(), mark.grant());
  }

  private void requireFree(List<NewGrant> results) {
    Set<GrantKey> keys = new HashSet<>();
    for (NewGrant result : results) {
      if (isTaken(result.key()) || !keys.add(result.key())) {
        throw new IllegalStateException("the key of a result is taken");
      }
    }
  }

  @Override
  public boolean renew(GrantKey key, Instant expiresAt) {
    return alone(
        () -> {
          Optional<StoredGrant> found = good.get(key);
          found.ifPresent(
              grant -> {
                good.remove(key);
                good.add(key, grant.until(expiresAt));
              });
          return found.isPresent();
        });
  }

  @Override
  public void revoke(GrantKey key) {
    alone(
        () -> {
          good.remove(key);
          used.remove(key);
          return true;
        });
  }

  @Override
  public void revokeAll(GrantFilter filter) {
    alone(
        () -> {
          good.matching(filter).forEach(good::remove);
          used.matching(filter).forEach(used::remove);
          return true;
        });
  }

  /** How many grants are held, the used-up ones among them. */
  int size() {
    return alone(() -> good.size() + used.size());
  }

  /** Whether nothing is held, in no index either. */
  boolean isEmpty() {
    return alone(() -> good.isEmpty() && used.isEmpty());
  }

  private <R> R alone(Supplier<R> verb) {
    synchronized (lock) {
      Instant now = clock.instant();
      good.dropExpired(now);
      used.dropExpired(now);
      return verb.get();
    }
  }

  private boolean isTaken(GrantKey key) {
    return good.holds(key) || used.holds(key);
  }

  private Outcome<StoredGrant> use(GrantKey key, StoredGrant grant, List<NewGrant> results) {
    requireFree(results);
    good.remove(key);
    used.add(key, grant.spent());
    results.forEach(result -> good.add(result.key(), result.grant()));
    return new Outcome.First<>(grant);
  }

  private Outcome<StoredGrant> usedBefore(GrantKey key, String clientId) {
    return used.get(key)
        .filter(grant -> grant.clientId().equals(clientId))
        .<Outcome<StoredGrant>>map(grant -> new Outcome.Replayed<>(grant.grantId()))
        .orElseGet(Outcome.Unknown::new);
  }
}
