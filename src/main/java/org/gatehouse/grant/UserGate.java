package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.store.Revocations;
import org.gatehouse.token.EndedSessions;
import org.gatehouse.token.ProfileSource;

/** What every grant of a user passes before tokens are ordered, whatever its grant type. */
@ApplicationScoped
public class UserGate {
  private final ProfileSource profiles;
  private final Revocations revocations;
  private final EndedSessions sessions;

  @Inject
  public UserGate(ProfileSource profiles, Revocations revocations, EndedSessions sessions) {
    this.profiles = profiles;
    this.revocations = revocations;
    this.sessions = sessions;
  }

  @SuppressWarnings("NullAway")
  UserGate() {
    this(null, null, null); // CDI client proxy
  }

  /**
   * Refuses where the user is not active any more, has signed out, or the authorization was
   * revoked.
   *
   * @param revoked how the grant at hand says so
   */
  public void pass(Client client, Grant grant, Refusal revoked) {
    require(!revocations.isRevoked(grant.id()), revoked);
    grant
        .signOn()
        .ifPresent(
            signOn -> {
              require(!sessions.ended(client, signOn.sessionId()), Refusal.SESSION_ENDED);
              require(profiles.isActive(signOn.subject(), client), Refusal.USER_INACTIVE);
            });
  }
}
