package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.store.AuthorizationCodes;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.store.UserSessions;
import org.gatehouse.token.GrantRevocation;

/** Ends a session, and with it what was granted in it (OIDC RP-Initiated Logout §2). */
@ApplicationScoped
public class Logout {
  private final UserSessions sessions;
  private final AuthorizationCodes codes;
  private final RefreshTokens refreshTokens;
  private final GrantRevocation revocation;
  private final RegisteredClients clients;
  private final SessionConfig config;

  @Inject
  public Logout(
      UserSessions sessions,
      AuthorizationCodes codes,
      RefreshTokens refreshTokens,
      GrantRevocation revocation,
      RegisteredClients clients,
      SessionConfig config) {
    this.sessions = sessions;
    this.codes = codes;
    this.refreshTokens = refreshTokens;
    this.revocation = revocation;
    this.clients = clients;
    this.config = config;
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
              sessions.find(handle).ifPresent(this::endGrants);
              sessions.end(handle);
            });
  }

  private void endGrants(UserSession session) {
    String sessionId = session.signOn().sessionId();
    codes.revokeOfSession(sessionId);
    refreshTokens
        .ofSession(sessionId)
        .forEach(
            grant ->
                clients
                    .find(grant.clientId())
                    .filter(this::endsWithSession)
                    .ifPresent(client -> revocation.revoke(client, grant)));
  }

  private boolean endsWithSession(Client client) {
    return client.coordinateLifetimeWithUserSession().orElse(config.coordinateLifetimes());
  }
}
