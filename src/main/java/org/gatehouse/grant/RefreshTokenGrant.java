package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.ScopeRules;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.GrantTypeName;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.TokenExpiration;
import org.gatehouse.model.configuration.TokenUsage;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.GrantRevocation;
import org.gatehouse.token.RedemptionPlan;
import org.gatehouse.token.RefreshTokenLife;
import org.gatehouse.token.TokenOrder;
import org.gatehouse.token.UserClaims;

/** {@code refresh_token}: new tokens for an old grant (RFC 6749 §6, RFC 9700 §4.14). */
@ApplicationScoped
public class RefreshTokenGrant implements GrantHandler {
  static final String NAME = GrantTypeName.REFRESH_TOKEN;

  private final RefreshTokens tokens;
  private final GrantRevocation revocation;
  private final ScopeRules scopeRules;
  private final UserClaims userClaims;
  private final UserGate gate;
  private final Clock clock;

  @Inject
  public RefreshTokenGrant(
      RefreshTokens tokens,
      GrantRevocation revocation,
      ScopeRules scopeRules,
      UserClaims userClaims,
      UserGate gate,
      Clock clock) {
    this.tokens = tokens;
    this.revocation = revocation;
    this.scopeRules = scopeRules;
    this.userClaims = userClaims;
    this.gate = gate;
    this.clock = clock;
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
    Client client = request.client();
    Handle handle = new Handle(request.required("refresh_token"));
    RefreshTokens.Live live =
        tokens.find(handle, client.clientId()).orElseThrow(() -> gone(client, handle));
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
    return new TokenOrder(
        client,
        narrowed,
        Optional.empty(), // OIDC Core §12.2: no nonce
        new RedemptionPlan.Use(made -> made.answer(Optional.of(use(client, handle, live, claims)))),
        Optional.of(told));
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

  private Handle use(
      Client client, Handle handle, RefreshTokens.Live live, Map<String, Object> claims) {
    RefreshToken token = live.token();
    Instant end = end(client, live);
    if (client.refreshTokenUsage() == TokenUsage.RE_USE) {
      if (client.refreshTokenExpiration() == TokenExpiration.SLIDING) {
        require(tokens.renew(handle, end), Refusal.REFRESH_TOKEN_REVOKED);
      }
      return handle;
    }
    RefreshToken next =
        new RefreshToken(token.grant(), token.familyStart(), token.generation() + 1, claims);
    RefreshTokens.Made successor = tokens.make(next, end);
    return tokens
        .rotate(handle, client.clientId(), List.of(successor.kept()))
        .fold(
            grantId -> successor.handle(),
            grantId -> {
              throw replayed(client, grantId);
            },
            () -> {
              throw new OAuthException(Refusal.REFRESH_TOKEN_REVOKED);
            });
  }

  /** An absolute end was set when the family began, and stays. */
  private Instant end(Client client, RefreshTokens.Live live) {
    return client.refreshTokenExpiration() == TokenExpiration.ABSOLUTE
        ? live.expiresAt()
        : RefreshTokenLife.end(client, live.token().familyStart(), clock.instant());
  }

  /** A used-up token that comes again was stolen, before or now: the family ends. */
  private OAuthException gone(Client client, Handle handle) {
    return tokens
        .rotate(handle, client.clientId(), List.of())
        .fold(
            grantId -> new OAuthException(Refusal.REFRESH_TOKEN_UNKNOWN), // cannot be read
            grantId -> replayed(client, grantId),
            () -> new OAuthException(Refusal.REFRESH_TOKEN_UNKNOWN));
  }

  private OAuthException replayed(Client client, String grantId) {
    revocation.revoke(client, grantId);
    return new OAuthException(Refusal.REFRESH_TOKEN_REPLAYED);
  }
}
