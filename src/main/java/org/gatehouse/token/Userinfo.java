package org.gatehouse.token;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.client.RegisteredResources;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;

/** What the userinfo endpoint tells of a user (OIDC Core §5.3). */
@ApplicationScoped
public class Userinfo {
  private final AccessTokenReader reader;
  private final RegisteredClients clients;
  private final EndedSessions sessions;
  private final ProfileSource profiles;
  private final UserClaims claims;
  private final RegisteredResources resources;

  @Inject
  public Userinfo(
      AccessTokenReader reader,
      RegisteredClients clients,
      EndedSessions sessions,
      ProfileSource profiles,
      UserClaims claims,
      RegisteredResources resources) {
    this.reader = reader;
    this.clients = clients;
    this.sessions = sessions;
    this.profiles = profiles;
    this.claims = claims;
    this.resources = resources;
  }

  @SuppressWarnings("NullAway")
  Userinfo() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  /** The claims that the access token's scopes stand for. */
  public Map<String, Object> answer(String accessToken) {
    AccessTokenReader.Content token = reader.read(accessToken);
    Set<String> scopes = token.scopes();
    require(scopes.contains(Scopes.OPENID), Refusal.OPENID_SCOPE_NEEDED);
    Client client =
        clients.find(token.clientId()).orElseThrow(() -> new OAuthException(Refusal.TOKEN_INVALID));
    require(
        token.sessionId().filter(sid -> sessions.ended(client, sid)).isEmpty(),
        Refusal.TOKEN_INVALID);
    require(profiles.isActive(token.subject(), client), Refusal.TOKEN_INVALID);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sub", token.subject());
    ProtocolClaims.addOthers(
        answer, claims.ofIdentity(token.subject(), client, resources.find(scopes)));
    return answer;
  }
}
