package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;

/**
 * Authorizations whose tokens are all revoked (RFC 6749 §4.1.2, RFC 9700 §4.14.2). The mark stays
 * for as long as a token of the authorization could live: it also stops a token that was being
 * issued while the others were revoked.
 */
@ApplicationScoped
public class Revocations {
  /** Whatever is revoked together, the mark of it stays. */
  private static final String NO_FILTER_NAMES_IT = "";

  private final GrantStore grants;
  private final Clock clock;

  @Inject
  public Revocations(GrantStore grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Revocations() {
    this(null, null); // CDI client proxy
  }

  /**
   * Revokes everything that came from one authorization.
   *
   * @param until when the last of its tokens would have ended
   */
  public void revoke(String grantId, Instant until) {
    mark(grantId, until);
    grants.revokeAll(GrantFilter.ofGrant(grantId));
  }

  /** Leaves the mark alone: what is kept stays, and is refused. */
  public void mark(String grantId, Instant until) {
    grants.create(
        key(grantId),
        new StoredGrant(
            NO_FILTER_NAMES_IT,
            NO_FILTER_NAMES_IT,
            Optional.empty(),
            Optional.empty(),
            clock.instant(),
            until,
            ""));
  }

  public boolean isRevoked(String grantId) {
    return grants.find(key(grantId)).isPresent();
  }

  private static GrantKey key(String grantId) {
    return GrantKey.of(GrantType.REVOCATION, new Handle(grantId));
  }
}
