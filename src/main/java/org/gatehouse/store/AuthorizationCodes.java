package org.gatehouse.store;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.GrantType;

/** Authorization codes, from issue to redemption (RFC 6749 §4.1). */
@ApplicationScoped
public class AuthorizationCodes {
  private final GrantStore grants;
  private final GrantPayloads payloads;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public AuthorizationCodes(
      GrantStore grants, GrantPayloads payloads, Handles handles, Clock clock) {
    this.grants = grants;
    this.payloads = payloads;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  AuthorizationCodes() {
    this(null, null, null, null); // CDI client proxy
  }

  /** Keeps what a new code stands for, and gives the code. */
  public Handle issue(AuthorizationCode code) {
    Handle handle = handles.next();
    Instant now = clock.instant();
    StoredGrant stored = StoredGrant.of(code.grant(), now, now.plus(code.lifetime()));
    NewGrant made = payloads.seal(key(handle), stored, code);
    require(grants.create(made.key(), made.grant()), Refusal.INTERNAL);
    return handle;
  }

  /** What the code stands for, where it is good and of this client. */
  public Optional<AuthorizationCode> find(Handle handle, String clientId) {
    return grants
        .find(key(handle))
        .filter(grant -> grant.clientId().equals(clientId))
        .flatMap(grant -> payloads.open(key(handle), grant, AuthorizationCode.class));
  }

  /**
   * Uses the code up, and keeps what it is redeemed for in the same step (RFC 6749 §4.1.2). Gives
   * the id of its grant; a second caller learns the same by {@link Outcome.Replayed}. The code of
   * another client is unknown to this one.
   */
  public Outcome<String> redeem(Handle handle, String clientId, List<NewGrant> results) {
    return grants.consume(key(handle), clientId, results).map(StoredGrant::grantId);
  }

  /** Ends the codes that a session's user has not brought back yet. */
  public void revokeOfSession(String sessionId) {
    grants.revokeAll(GrantFilter.ofSession(GrantType.AUTHORIZATION_CODE, sessionId));
  }

  private static GrantKey key(Handle handle) {
    return GrantKey.of(GrantType.AUTHORIZATION_CODE, handle);
  }
}
