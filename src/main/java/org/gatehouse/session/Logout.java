package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.model.grant.UserSession;
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

  /** Ends the browser's session, where it has one. */
  public void end(Browser browser) {
    browser
        .session()
        .ifPresent(
            handle -> {
              Optional<UserSession> session = sessions.find(handle);
              sessions.end(handle); // first, so that no new code comes from it
              session.map(each -> each.signOn().sessionId()).ifPresent(this::endGrants);
            });
  }

  private void endGrants(String sessionId) {
    ended.end(sessionId);
    codes.revokeOfSession(sessionId);
    refreshTokens
        .ofSession(sessionId)
        .forEach(
            grant ->
                clients
                    .find(grant.clientId())
                    .filter(ended::concern)
                    .ifPresent(client -> revocation.revoke(client, grant.id())));
  }
}
