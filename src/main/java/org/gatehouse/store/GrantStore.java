package org.gatehouse.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Grants of every kind, from issue to expiry: the extension point for operational storage. Every
 * verb is atomic for the whole cluster, and an expired grant is as good as unknown. A verb that the
 * shared store cannot answer in time throws {@link StoreUnavailableException}. Replaceable.
 */
public interface GrantStore {
  /** Keeps a new grant. False when the key is taken: nothing is overwritten. */
  boolean create(GrantKey key, StoredGrant grant);

  /** The grant, unless it was used up, revoked or has expired. */
  Optional<StoredGrant> find(GrantKey key);

  /** The grants that are still good, oldest first. */
  List<StoredGrant> findAll(GrantFilter filter);

  /**
   * Uses the grant up and keeps what its use results in, both or neither, in one atomic step for
   * the whole cluster: of any number of concurrent calls exactly one gets {@link Outcome.First}. A
   * grant of another client is left alone and answered as unknown, so that nobody can burn what is
   * not theirs.
   *
   * <p>Of a used-up grant the store drops the payload at once. It remembers until the grant's end
   * that it was used, so that a replay is told from an unknown key, and by which filters it is
   * named.
   *
   * @param results such as the token that follows; kept with {@link Outcome.First} only
   * @throws IllegalStateException where this would be the first use and the key of a result is
   *     taken: nothing is used up and nothing is kept
   */
  Outcome<StoredGrant> consume(GrantKey key, String clientId, List<NewGrant> results);

  /** Uses the grant up; there is no result to keep. */
  default Outcome<StoredGrant> consume(GrantKey key, String clientId) {
    return consume(key, clientId, List.of());
  }

  /**
   * Moves the end of a grant that is used again and again. False when it is no longer good; a used
   * or revoked grant is never brought back.
   */
  boolean renew(GrantKey key, Instant expiresAt);

  /** Ends the grant for good: no later merge, restart or retry brings it back. */
  void revoke(GrantKey key);

  /**
   * Ends for good every grant that the filter names, together with those that a concurrent consume
   * makes of them. Also one that was used up is forgotten: it is unknown from then on, not a
   * replay. Whoever has to know later that something was revoked keeps a grant that says so.
   */
  void revokeAll(GrantFilter filter);
}
