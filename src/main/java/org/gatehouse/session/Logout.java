package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.store.AuthorizationCodes;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.store.UserSessions;
import org.gatehouse.token.EndedSessions;
import org.gatehouse.token.GrantRevocation;

/** Ends a session, and with it what was granted in it (OIDC RP-Initiated Logout §2). */
@ApplicationScoped
public class Logout {
  private final UserSessions sessions;
  private final AuthorizationCodes codes;
  private final RefreshTokens refreshTokens;
  private final GrantRevocation revocation;
  private final RegisteredClients clients;
  private final EndedSessions ended;

  @Inject
  public Logout(
      UserSessions sessions,
      AuthorizationCodes codes,
      RefreshTokens refreshTokens,
      GrantRevocation revocation,
      RegisteredClients clients,
      EndedSessions ended) {
    this.sessions = sessions;
    this.codes = codes;
    this.refreshTokens = refreshTokens;
    this.revocation = revocation;
    this.clients = clients;
    this.ended = ended;
  }

  @SuppressWarnings("NullAway")
  Logout() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  /**
   * Ends the browser's session, where it has one. The session itself goes last: whoever is told
   * that it did not work can do it again, and finds what is left.
   */
  public void end(Browser browser) {
    browser.session().ifPresent(this::end);
  }

  /** Whether the session has been signed out of, if not to the end. */
  boolean hasBegun(SignOn session) {
    return ended.hasEnded(session.sessionId());
  }

  private void end(Handle handle) {
    Optional<String> sessionId = sessions.find(handle).map(found -> found.signOn().sessionId());
    sessionId.ifPresent(this::endGrants);
    sessionId.ifPresentOrElse(sessions::endAll, () -> sessions.end(handle));
    sessionId.ifPresent(codes::revokeOfSession); // those that it has given meanwhile
  }

  private void endGrants(String sessionId) {
    ended.end(sessionId);
    codes.revokeOfSession(sessionId);
    refreshTokens.ofSession(sessionId).forEach(this::revoke);
  }

  /** What a disabled client has would live again with the client. */
  private void revoke(RefreshTokens.Given given) {
    Optional<Client> client = clients.find(given.clientId());
    if (client.isEmpty()) {
      revocation.revokeOfUnknownClient(given.grantId());
    } else if (ended.concern(client.get())) {
      revocation.revoke(client.get(), given.grantId());
    }
  }
}
