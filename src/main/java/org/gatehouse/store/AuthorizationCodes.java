package org.gatehouse.store;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.SignOn;

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
    Grant grant = code.grant();
    Instant now = clock.instant();
    require(
        grants.create(
            GrantKey.of(GrantType.AUTHORIZATION_CODE, handle),
            new StoredGrant(
                grant.id(),
                grant.clientId(),
                grant.signOn().map(SignOn::subject),
                grant.signOn().map(SignOn::sessionId),
                now,
                now.plus(code.lifetime()),
                payloads.seal(code))),
        Refusal.INTERNAL);
    return handle;
  }

  /**
   * Uses the code up (RFC 6749 §4.1.2); a second caller learns whose grant was replayed. The code
   * of another client is unknown to this one.
   */
  public Outcome<AuthorizationCode> redeem(Handle handle, String clientId) {
    return payloads.open(
        grants.consume(GrantKey.of(GrantType.AUTHORIZATION_CODE, handle), clientId),
        AuthorizationCode.class);
  }

  /** Ends the codes that a session's user has not brought back yet. */
  public void revokeOfSession(String sessionId) {
    grants.revokeAll(GrantFilter.ofSession(GrantType.AUTHORIZATION_CODE, sessionId));
  }
}
