package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.store.Revocations;

/**
 * Whether what a token was issued for is still so: nothing was revoked, client and user are active,
 * and the session lasts. It is looked up at each use, for a token cannot know.
 */
@ApplicationScoped
public class TokenStanding {
  private final AccessTokenReader reader;
  private final Revocations revocations;
  private final RegisteredClients clients;
  private final EndedSessions sessions;
  private final ProfileSource profiles;

  @Inject
  public TokenStanding(
      AccessTokenReader reader,
      Revocations revocations,
      RegisteredClients clients,
      EndedSessions sessions,
      ProfileSource profiles) {
    this.reader = reader;
    this.revocations = revocations;
    this.clients = clients;
    this.sessions = sessions;
    this.profiles = profiles;
  }

  @SuppressWarnings("NullAway")
  TokenStanding() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** The client of a verified access token; empty where the token is not good any more. */
  public Optional<Client> client(AccessTokenReader.Content token) {
    return clients.find(token.clientId()).filter(client -> holds(client, token));
  }

  /** Whether a verified access token of this client is still good. */
  public boolean holds(Client client, AccessTokenReader.Content token) {
    return !reader.isRevoked(token)
        && isOfLiveUser(client, token.sessionId(), token.grantId().map(grant -> token.subject()));
  }

  /** Whether what a refresh token of this client stands for is still good. */
  public boolean holds(Client client, Grant grant) {
    return !revocations.isRevoked(grant.id())
        && isOfLiveUser(
            client, grant.signOn().map(SignOn::sessionId), grant.signOn().map(SignOn::subject));
  }

  private boolean isOfLiveUser(Client client, Optional<String> session, Optional<String> user) {
    return session.filter(sid -> sessions.ended(client, sid)).isEmpty()
        && user.map(subject -> profiles.isActive(subject, client)).orElse(true);
  }
}
