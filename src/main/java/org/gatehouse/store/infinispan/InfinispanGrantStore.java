package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;

/**
 * The grid in front of the database. Codes wait in it for their redemption; everything else, and
 * every one-time use, is the database's. A code that the grid cannot take goes to the database; one
 * that this node cannot see, though another might, is answered with {@link
 * StoreUnavailableException}.
 */
public final class InfinispanGrantStore implements GrantStore {
  private static final String CACHE = "codes";

  private final GrantAuthority database;
  private final Grid grid;
  private final EndedCodes ended;
  private final Handles handles;
  private final Clock clock;

  public InfinispanGrantStore(
      GrantAuthority database, Cluster cluster, Handles handles, Clock clock) {
    this.database = database;
    this.grid = new Grid(cluster, CACHE, clock);
    this.ended = new EndedCodes(database, clock);
    this.handles = handles;
    this.clock = clock;
  }

  /** What the grid knows of a code. */
  private record Seen(Optional<GridGrant> grant, Optional<StoreUnavailableException> fault) {}

  @Override
  public boolean create(GrantKey key, StoredGrant grant) {
    if (!isCode(key) || grid.isHesitant() || grant.expiresAt().isAfter(longestWait())) {
      return database.create(key, grant);
    }
    try {
      return waits(key, grant);
    } catch (StoreUnavailableException e) {
      return database.create(key, grant);
    }
  }

  /**
   * Puts the code into the grid. Where a member was lost meanwhile, the others may not have got it:
   * then it is in the database, too.
   */
  private boolean waits(GrantKey key, StoredGrant grant) {
    String attempt = handles.nextId();
    String before = grid.view();
    boolean isKept =
        grid.putIfAbsent(key, GridGrant.of(grant, attempt))
            .filter(there -> !there.attempt().equals(attempt))
            .isEmpty();
    if (isKept && !(grid.view().equals(before) && grid.isAvailable())) {
      database.create(key, grant);
    }
    return isKept;
  }

  @Override
  public Optional<StoredGrant> find(GrantKey key) {
    if (!isCode(key)) {
      return database.find(key);
    }
    Seen seen = look(key);
    Optional<StoredGrant> found =
        seen.grant().isPresent()
            ? seen.grant().filter(GridGrant::isLive).map(GridGrant::stored)
            : database.find(key);
    if (found.isEmpty() && seen.grant().isEmpty()) {
      requireWhole(seen);
    }
    return found;
  }

  @Override
  public List<StoredGrant> findAll(GrantFilter filter) {
    List<StoredGrant> kept = database.findAll(filter);
    if (!mayNameCodes(filter)) {
      return kept;
    }
    Stream<StoredGrant> waiting = grid.matching(filter).stream().map(NewGrant::grant);
    return Stream.concat(kept.stream(), waiting)
        .sorted(Comparator.comparing(StoredGrant::createdAt))
        .toList();
  }

  @Override
  public Outcome<StoredGrant> consume(GrantKey key, String clientId, List<NewGrant> results) {
    if (!isCode(key)) {
      return database.consume(key, clientId, results);
    }
    Seen seen = look(key);
    Optional<GridGrant> waiting = seen.grant().filter(GridGrant::isLive);
    if (waiting.isPresent()) {
      return redeem(key, waiting.get(), clientId, results);
    }
    Outcome<StoredGrant> outcome = database.consumePresent(key, clientId, results);
    if (outcome instanceof Outcome.Unknown && seen.grant().isEmpty()) {
      requireWhole(seen);
    }
    return outcome;
  }

  /**
   * Whether the grant was ended is asked before the use: once the code is used, whoever offers it
   * again ends the grant, and the first one has won nevertheless. Whether the session was ended is
   * asked after it, for who ends one at this moment does not see yet what the use keeps.
   */
  private Outcome<StoredGrant> redeem(
      GrantKey key, GridGrant waiting, String clientId, List<NewGrant> results) {
    boolean wasEnded = ended.holdsGrant(waiting.stored());
    Outcome<StoredGrant> outcome =
        database.consumeAbsent(new NewGrant(key, waiting.stored()), clientId, results);
    if (!waiting.clientId().equals(clientId)) {
      return outcome;
    }
    boolean isFirst = outcome instanceof Outcome.First;
    if (isFirst && (wasEnded || ended.holdsSession(waiting.stored()))) {
      database.revokeAll(GrantFilter.ofGrant(waiting.grantId()));
      outcome = new Outcome.Unknown<>();
    }
    boolean isUsed = !(outcome instanceof Outcome.Unknown);
    int state = isUsed ? GridGrant.USED : GridGrant.REVOKED;
    grid.tell(key, waiting.over(state, handles.nextId()));
    return outcome;
  }

  @Override
  public boolean renew(GrantKey key, Instant expiresAt) {
    Optional<GridGrant> waiting =
        isCode(key) ? look(key).grant().filter(GridGrant::isLive) : Optional.empty();
    return waiting.isPresent()
        ? grid.replace(key, waiting.get(), waiting.get().until(expiresAt, handles.nextId()))
        : database.renew(key, expiresAt);
  }

  @Override
  public void revoke(GrantKey key) {
    if (isCode(key)) {
      Seen seen = look(key);
      StoredGrant known = seen.grant().map(GridGrant::stored).orElseGet(ended::mark);
      end(List.of(new NewGrant(key, known)));
    }
    database.revoke(key);
  }

  /** First the mark, then what can be seen: whoever uses a code now finds one or the other. */
  @Override
  public void revokeAll(GrantFilter filter) {
    if (mayNameCodes(filter)) {
      boolean isMarked = ended.mark(filter);
      try {
        end(grid.matching(filter));
      } catch (StoreUnavailableException e) {
        if (!isMarked) {
          throw e;
        }
      }
      if (!isMarked && !grid.isWhole()) {
        throw lost();
      }
    }
    database.revokeAll(filter);
  }

  private void end(List<NewGrant> waiting) {
    waiting.forEach(database::revokeAbsent);
    waiting.forEach(
        each ->
            grid.tell(
                each.key(),
                GridGrant.of(each.grant(), "").over(GridGrant.REVOKED, handles.nextId())));
  }

  private Seen look(GrantKey key) {
    try {
      return new Seen(grid.get(key), Optional.empty());
    } catch (StoreUnavailableException e) {
      return new Seen(Optional.empty(), Optional.of(e));
    }
  }

  /** What is not found here may be with members that this node cannot reach. */
  private void requireWhole(Seen seen) {
    seen.fault()
        .ifPresent(
            fault -> {
              throw fault;
            });
    if (!grid.isWhole()) {
      throw lost();
    }
  }

  private static StoreUnavailableException lost() {
    return new StoreUnavailableException(new IllegalStateException("members are lost"));
  }

  private static boolean isCode(GrantKey key) {
    return key.type() == GrantType.AUTHORIZATION_CODE;
  }

  private static boolean mayNameCodes(GrantFilter filter) {
    return filter.type().filter(type -> type != GrantType.AUTHORIZATION_CODE).isEmpty();
  }

  private Instant longestWait() {
    return clock.instant().plus(EndedCodes.LONGEST_WAIT);
  }
}
