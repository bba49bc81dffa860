package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.ScopeRules;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.GrantTypeName;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.RedemptionPlan;
import org.gatehouse.token.TokenOrder;
import org.gatehouse.token.UserClaims;

/** {@code refresh_token}: new tokens for an old grant (RFC 6749 §6, RFC 9700 §4.14). */
@ApplicationScoped
public class RefreshTokenGrant implements GrantHandler {
  static final String NAME = GrantTypeName.REFRESH_TOKEN;

  private final RefreshTokens tokens;
  private final RefreshTokenRotation rotation;
  private final RefreshRetries retries;
  private final ScopeRules scopeRules;
  private final UserClaims userClaims;
  private final UserGate gate;

  @Inject
  public RefreshTokenGrant(
      RefreshTokens tokens,
      RefreshTokenRotation rotation,
      RefreshRetries retries,
      ScopeRules scopeRules,
      UserClaims userClaims,
      UserGate gate) {
    this.tokens = tokens;
    this.rotation = rotation;
    this.retries = retries;
    this.scopeRules = scopeRules;
    this.userClaims = userClaims;
    this.gate = gate;
  }

  @SuppressWarnings("NullAway")
  RefreshTokenGrant() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  @Override
  public String grantType() {
    return NAME;
  }

  @Override
  public TokenOrder validate(TokenRequest request) {
    Handle handle = new Handle(request.required("refresh_token"));
    return tokens
        .find(handle, request.clientId())
        .map(live -> order(request, handle, live))
        .orElseGet(() -> again(request, handle));
  }

  private TokenOrder order(TokenRequest request, Handle handle, RefreshTokens.Live live) {
    Client client = request.client();
    RefreshToken token = live.token();
    gate.pass(client, token.grant(), Refusal.REFRESH_TOKEN_REVOKED);
    require(client.allowOfflineAccess(), Refusal.OFFLINE_ACCESS_WITHDRAWN);
    Grant narrowed = narrowed(request, token.grant());
    Resources asked = scopeRules.resolve(client, narrowed.scopes()); // some may be lost meanwhile
    Map<String, Object> claims =
        client.updateAccessTokenClaimsOnRefresh()
            ? renewedClaims(client, token, asked)
            : token.userClaims();
    Map<String, Object> told = new HashMap<>(claims);
    told.keySet().retainAll(userClaims.namesForApis(asked)); // a narrowed token says less
    RefreshTokenRotation.Use use = new RefreshTokenRotation.Use(request, handle, live, claims);
    return new TokenOrder(
        client,
        narrowed,
        Optional.empty(), // OIDC Core §12.2: no nonce
        new RedemptionPlan.Use(made -> rotation.carryOut(use, made)),
        Optional.of(told));
  }

  /** A token that is not good any more: the use of a moment ago once more, or no token. */
  private TokenOrder again(TokenRequest request, Handle handle) {
    Client client = request.client();
    return retries
        .find(request, handle)
        .map(
            kept ->
                TokenOrder.of(
                    client,
                    kept.grant(),
                    Optional.empty(),
                    new RedemptionPlan.Again(kept.answer())))
        .orElseThrow(() -> rotation.gone(client, handle));
  }

  /** What is asked for; never more than was granted (RFC 6749 §6). */
  private static Grant narrowed(TokenRequest request, Grant grant) {
    Set<String> scopes = request.optional("scope").map(Scopes::parse).orElse(grant.scopes());
    require(!scopes.isEmpty() && grant.scopes().containsAll(scopes), Refusal.SCOPE_EXCEEDS_GRANT);
    return grant.withScopes(scopes);
  }

  /** Read anew, as far as this request goes; the others stay as they were. */
  private Map<String, Object> renewedClaims(Client client, RefreshToken token, Resources asked) {
    String subject = token.grant().signOn().map(SignOn::subject).orElseThrow();
    Map<String, Object> claims = new HashMap<>(token.userClaims());
    claims.keySet().removeAll(userClaims.namesForApis(asked));
    claims.putAll(userClaims.ofApis(subject, client, asked));
    return claims;
  }
}
