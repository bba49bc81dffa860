package org.gatehouse.store;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.model.grant.UserSession;

/** Users' sign-on sessions. The browser holds the handle; every node knows the rest. */
@ApplicationScoped
public class UserSessions {
  private final GrantStore grants;
  private final GrantPayloads payloads;
  private final Handles handles;

  @Inject
  public UserSessions(GrantStore grants, GrantPayloads payloads, Handles handles) {
    this.grants = grants;
    this.payloads = payloads;
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  UserSessions() {
    this(null, null, null); // CDI client proxy
  }

  /** Keeps a new session, and gives its handle. */
  public Handle start(UserSession session) {
    Handle handle = handles.next();
    SignOn signOn = session.signOn();
    StoredGrant stored =
        new StoredGrant(
            signOn.sessionId(),
            "",
            Optional.of(signOn.subject()),
            Optional.of(signOn.sessionId()),
            signOn.authTime(),
            session.expiresAt(),
            "");
    NewGrant made = payloads.seal(key(handle), stored, session);
    require(grants.create(made.key(), made.grant()), Refusal.INTERNAL);
    return handle;
  }

  public Optional<UserSession> find(Handle handle) {
    return grants
        .find(key(handle))
        .flatMap(
            grant ->
                payloads
                    .open(key(handle), grant, UserSession.class)
                    .filter(session -> !grant.expiresAt().isAfter(session.expiresAt())));
  }

  public void end(Handle handle) {
    grants.revoke(key(handle));
  }

  /** Ends whatever goes by this {@code sid}, in any browser. */
  public void endAll(String sessionId) {
    grants.revokeAll(GrantFilter.ofSession(GrantType.USER_SESSION, sessionId));
  }

  private static GrantKey key(Handle handle) {
    return GrantKey.of(GrantType.USER_SESSION, handle);
  }
}
