package org.gatehouse.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Grants of every kind, from issue to expiry: the extension point for operational storage. Every
 * verb is atomic for the whole cluster, and an expired grant is as good as unknown. Replaceable.
 */
public interface GrantStore {
  /** Keeps a new grant. False when the key is taken: nothing is overwritten. */
  boolean create(GrantKey key, StoredGrant grant);

  /** The grant, unless it was used up, revoked or has expired. */
  Optional<StoredGrant> find(GrantKey key);

  /** The grants that are still good, oldest first. */
  List<StoredGrant> findAll(GrantFilter filter);

  /**
   * Uses the grant up in one atomic step: of any number of concurrent calls exactly one gets {@link
   * Outcome.First}. A grant of another client is left alone and answered as unknown, so that nobody
   * can burn what is not theirs.
   */
  Outcome<StoredGrant> consume(GrantKey key, String clientId);

  /** Uses the grant up and keeps its successor, both or neither; same promise as consume. */
  Outcome<StoredGrant> rotate(GrantKey key, String clientId, GrantKey nextKey, StoredGrant next);

  /**
   * Moves the end of a grant that is used again and again. False when it is no longer good; a used
   * or revoked grant is never brought back.
   */
  boolean renew(GrantKey key, Instant expiresAt);

  /** Ends the grant for good: no later merge, restart or retry brings it back. */
  void revoke(GrantKey key);

  /** Ends every grant that the filter names, also those used up. */
  void revokeAll(GrantFilter filter);
}
