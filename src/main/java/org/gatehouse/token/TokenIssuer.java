package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gatehouse.client.RegisteredResources;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.SignOn;

/**
 * Issues what an order asks for (RFC 6749 §5.1). The request was judged before; only the one-time
 * use of what was presented, carried out last by the order's plan, may still refuse.
 */
@ApplicationScoped
public class TokenIssuer {
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;
  private final UserClaims claims;
  private final RegisteredResources resources;
  private final Clock clock;

  @Inject
  public TokenIssuer(
      AccessTokens accessTokens,
      IdTokens idTokens,
      UserClaims claims,
      RegisteredResources resources,
      Clock clock) {
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
    this.claims = claims;
    this.resources = resources;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  TokenIssuer() {
    this(null, null, null, null, null); // CDI client proxy
  }

  public TokenResponse issue(TokenOrder order) {
    return order.redemption().carryOut(() -> make(order));
  }

  private MadeTokens make(TokenOrder order) {
    Instant now = clock.instant();
    Client client = order.client();
    Grant grant = order.grant();
    Resources granted = resources.find(grant.scopes());
    Map<String, Object> apiClaims = order.userClaims().orElseGet(() -> apiClaims(order, granted));
    String accessToken = accessTokens.sign(client, grant, granted, apiClaims, now);
    Optional<String> idToken =
        grant
            .signOn()
            .filter(signOn -> grant.includes(Scopes.OPENID))
            .map(signOn -> idToken(order, signOn, granted, accessToken, now));
    return new MadeTokens(
        accessToken,
        client.accessTokenLifetime(),
        new TreeSet<>(grant.scopes()),
        idToken,
        apiClaims,
        now);
  }

  private Map<String, Object> apiClaims(TokenOrder order, Resources granted) {
    return order
        .grant()
        .signOn()
        .map(signOn -> claims.ofApis(signOn.subject(), order.client(), granted))
        .orElse(Map.of());
  }

  private String idToken(
      TokenOrder order, SignOn signOn, Resources granted, String accessToken, Instant now) {
    Client client = order.client();
    Map<String, Object> userClaims =
        client.alwaysIncludeUserClaimsInIdToken()
            ? claims.ofIdentity(signOn.subject(), client, granted)
            : Map.of(); // OIDC Core §5.4: with an access token at hand, they come from userinfo
    return idTokens.sign(
        client, new IdTokens.Content(signOn, order.nonce(), accessToken, userClaims, now));
  }
}
