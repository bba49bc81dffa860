package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.crypto.Handles;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;

/**
 * The grid alone. It is not durable: what is in it ends with the last member. A use is a
 * conditional change by one attempt, which counts where afterwards more than half of all members
 * are still together; a minority refuses.
 */
public final class GridGrantStore implements GrantStore {
  private static final String CACHE = "grants";

  private final Grid grid;
  private final GridIndex index;
  private final Handles handles;
  private final Clock clock;

  public GridGrantStore(Cluster cluster, Handles handles, Clock clock) {
    this.grid = new Grid(cluster, CACHE, clock);
    this.index = new GridIndex(grid.cache());
    this.handles = handles;
    this.clock = clock;
  }

  @Override
  public boolean create(GrantKey key, StoredGrant grant) {
    boolean isKept = put(key, GridGrant.of(grant, handles.nextId()));
    requireMajority();
    return isKept;
  }

  /** A repeated command finds what it has kept itself. */
  private boolean put(GrantKey key, GridGrant grant) {
    return grid.putIfAbsent(key, grant)
        .filter(there -> !there.attempt().equals(grant.attempt()))
        .isEmpty();
  }

  @Override
  public Optional<StoredGrant> find(GrantKey key) {
    return grid.get(key).filter(GridGrant::isLive).map(GridGrant::stored);
  }

  @Override
  public List<StoredGrant> findAll(GrantFilter filter) {
    Instant now = clock.instant();
    return named(filter).stream()
        .filter(found -> found.grant().isGoodAt(now))
        .map(found -> found.grant().stored())
        .sorted(Comparator.comparing(StoredGrant::createdAt))
        .toList();
  }

  /**
   * The results come first: nobody knows their handles yet. So whoever revokes what the grant gave
   * finds them, or has ended the grant before it is used.
   */
  @Override
  public Outcome<StoredGrant> consume(GrantKey key, String clientId, List<NewGrant> results) {
    Optional<GridGrant> seen = grid.get(key).filter(grant -> grant.clientId().equals(clientId));
    if (seen.isEmpty() || !seen.get().isLive()) {
      requireMajority();
      return seen.map(GridGrantStore::over).orElseGet(Outcome.Unknown::new);
    }
    String attempt = handles.nextId();
    keep(results, attempt);
    if (change(key, seen.get(), seen.get().over(GridGrant.USED, attempt))) {
      requireMajority();
      return new Outcome.First<>(seen.get().stored());
    }
    results.forEach(result -> drop(result, attempt));
    return consume(key, clientId, results); // who came second finds it over; or it was renewed
  }

  private static Outcome<StoredGrant> over(GridGrant grant) {
    return grant.state() == GridGrant.USED
        ? new Outcome.Replayed<>(grant.grantId())
        : new Outcome.Unknown<>();
  }

  private void keep(List<NewGrant> results, String attempt) {
    List<NewGrant> kept = new ArrayList<>();
    boolean areDistinct = results.stream().map(NewGrant::key).distinct().count() == results.size();
    for (NewGrant result : results) {
      if (!areDistinct || !put(result.key(), GridGrant.of(result.grant(), attempt))) {
        kept.forEach(each -> drop(each, attempt));
        throw new IllegalStateException("the key of a result is taken");
      }
      kept.add(result);
    }
  }

  private void drop(NewGrant result, String attempt) {
    grid.remove(result.key(), GridGrant.of(result.grant(), attempt));
  }

  /** A repeated command finds that it has changed the grant itself. */
  private boolean change(GrantKey key, GridGrant seen, GridGrant changed) {
    return grid.replace(key, seen, changed)
        || grid.get(key).filter(now -> now.attempt().equals(changed.attempt())).isPresent();
  }

  @Override
  public boolean renew(GrantKey key, Instant expiresAt) {
    boolean isRenewed =
        grid.get(key)
            .filter(GridGrant::isLive)
            .filter(seen -> change(key, seen, seen.until(expiresAt, handles.nextId())))
            .isPresent();
    requireMajority();
    return isRenewed;
  }

  @Override
  public void revoke(GrantKey key) {
    end(key);
    requireMajority();
  }

  /** Until nothing is left: a use that goes on meanwhile has kept its results before. */
  @Override
  public void revokeAll(GrantFilter filter) {
    List<Found> left = left(filter);
    while (!left.isEmpty()) {
      left.forEach(found -> end(found.key()));
      left = left(filter);
    }
    requireMajority();
  }

  private List<Found> left(GrantFilter filter) {
    return named(filter).stream()
        .filter(found -> found.grant().state() != GridGrant.REVOKED)
        .toList();
  }

  private void end(GrantKey key) {
    String attempt = handles.nextId();
    Optional<GridGrant> seen = grid.get(key);
    while (seen.isPresent()
        && seen.get().state() != GridGrant.REVOKED
        && !change(key, seen.get(), seen.get().over(GridGrant.REVOKED, attempt))) {
      seen = grid.get(key);
    }
  }

  /** A grant of the grid and where it is. */
  private record Found(GrantKey key, GridGrant grant) {}

  private List<Found> named(GrantFilter filter) {
    return grid.lookUp(() -> index.candidates(filter)).stream()
        .map(Grid::key)
        .flatMap(key -> grid.get(key).map(grant -> new Found(key, grant)).stream())
        .filter(found -> filter.matches(found.key().type(), found.grant().stored()))
        .toList();
  }

  /** After the fact: who has lost the majority meanwhile has decided nothing. */
  private void requireMajority() {
    if (!grid.isWhole()) {
      throw new StoreUnavailableException(new IllegalStateException("in a minority"));
    }
  }
}
