package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.store.Revocations;
import org.gatehouse.token.ProfileSource;

/** What every grant of a user passes before tokens are ordered, whatever its grant type. */
@ApplicationScoped
public class UserGate {
  private final ProfileSource profiles;
  private final Revocations revocations;

  @Inject
  public UserGate(ProfileSource profiles, Revocations revocations) {
    this.profiles = profiles;
    this.revocations = revocations;
  }

  @SuppressWarnings("NullAway")
  UserGate() {
    this(null, null); // CDI client proxy
  }

  /**
   * Refuses where the user is not active any more, or the authorization was revoked.
   *
   * @param revoked how the grant at hand says so
   */
  public void pass(Client client, Grant grant, Refusal revoked) {
    require(!revocations.isRevoked(grant.id()), revoked);
    grant
        .signOn()
        .ifPresent(
            signOn -> require(profiles.isActive(signOn.subject(), client), Refusal.USER_INACTIVE));
  }
}
