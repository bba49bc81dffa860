package org.gatehouse.token;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.client.RegisteredResources;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;

/** What the userinfo endpoint tells of a user (OIDC Core §5.3). */
@ApplicationScoped
public class Userinfo {
  private final AccessTokenReader reader;
  private final TokenStanding standing;
  private final UserClaims claims;
  private final RegisteredResources resources;

  @Inject
  public Userinfo(
      AccessTokenReader reader,
      TokenStanding standing,
      UserClaims claims,
      RegisteredResources resources) {
    this.reader = reader;
    this.standing = standing;
    this.claims = claims;
    this.resources = resources;
  }

  @SuppressWarnings("NullAway")
  Userinfo() {
    this(null, null, null, null); // CDI client proxy
  }

  /** The claims that the access token's scopes stand for. */
  public Map<String, Object> answer(String accessToken) {
    AccessTokenReader.Content token =
        reader.verify(accessToken).orElseThrow(() -> new OAuthException(Refusal.TOKEN_INVALID));
    Client client =
        standing.client(token).orElseThrow(() -> new OAuthException(Refusal.TOKEN_INVALID));
    Set<String> scopes = token.scopes();
    require(scopes.contains(Scopes.OPENID), Refusal.OPENID_SCOPE_NEEDED);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sub", token.subject());
    ProtocolClaims.addOthers(
        answer, claims.ofIdentity(token.subject(), client, resources.find(scopes)));
    return answer;
  }
}
