package org.gatehouse.store;

import java.util.List;
import java.util.Optional;
import org.gatehouse.model.grant.GrantType;

/**
 * A store that decides also for grants that wait elsewhere, in a cache, and that it is told of only
 * when they are used or revoked. From then on it keeps a mark until the grant's end, which no
 * filter names: whatever else is forgotten, nobody uses the grant again.
 */
public interface GrantAuthority extends GrantStore {
  /** Such a mark has this in place of everything that a filter could name. */
  String NO_FILTER_NAMES_IT = "";

  /**
   * Like {@link #consume}, of a grant that this store need not know. Where it knows the key, its
   * own knowledge decides; where it keeps the mark, there is no first use any more.
   */
  Outcome<StoredGrant> consumeAbsent(NewGrant waiting, String clientId, List<NewGrant> results);

  /**
   * Like {@link #consume}, of a grant that others may bring by {@link #consumeAbsent}: also where
   * it is forgotten after this use, there is no other one.
   */
  Outcome<StoredGrant> consumePresent(GrantKey key, String clientId, List<NewGrant> results);

  /** Like {@link #revoke}, of a grant that this store need not know. */
  default void revokeAbsent(NewGrant waiting) {
    NewGrant mark = mark(waiting);
    create(mark.key(), mark.grant());
    revoke(waiting.key());
  }

  /** The mark that the waiting grant is over. */
  static NewGrant mark(NewGrant waiting) {
    StoredGrant grant = waiting.grant();
    return new NewGrant(
        new GrantKey(GrantType.REVOCATION, waiting.key().hash()),
        new StoredGrant(
            NO_FILTER_NAMES_IT,
            NO_FILTER_NAMES_IT,
            Optional.empty(),
            Optional.empty(),
            grant.createdAt(),
            grant.expiresAt(),
            ""));
  }
}
