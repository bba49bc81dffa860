package org.gatehouse.store;

import java.util.List;

/**
 * A store that decides also for grants that wait elsewhere, in a cache, and that it is told of only
 * when they are used or revoked. What it was told it remembers until the grant's end, whatever is
 * forgotten before: from then on nobody uses the grant.
 */
public interface GrantAuthority extends GrantStore {
  /**
   * Like {@link #consume}, of a grant that this store need not know. Where it knows the key, its
   * own knowledge decides.
   */
  Outcome<StoredGrant> consumeAbsent(NewGrant waiting, String clientId, List<NewGrant> results);

  /** Like {@link #revoke}, of grants that this store need not know. */
  void revokeAbsent(List<NewGrant> waiting);
}
