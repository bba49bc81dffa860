package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.GrantTypeName;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.store.AuthorizationCodes;
import org.gatehouse.token.GrantRevocation;
import org.gatehouse.token.RefreshTokenPlan;
import org.gatehouse.token.TokenOrder;

/** {@code authorization_code}: redeems a code, once (RFC 6749 §4.1.3). */
@ApplicationScoped
public class AuthorizationCodeGrant implements GrantHandler {
  private final AuthorizationCodes codes;
  private final GrantRevocation revocation;
  private final UserGate gate;

  @Inject
  public AuthorizationCodeGrant(
      AuthorizationCodes codes, GrantRevocation revocation, UserGate gate) {
    this.codes = codes;
    this.revocation = revocation;
    this.gate = gate;
  }

  @SuppressWarnings("NullAway")
  AuthorizationCodeGrant() {
    this(null, null, null); // CDI client proxy
  }

  @Override
  public String grantType() {
    return GrantTypeName.AUTHORIZATION_CODE;
  }

  @Override
  public TokenOrder validate(TokenRequest request) {
    AuthorizationCode code = redeem(request);
    require( // one that is missing differs, too (OIDC Core §3.1.3.1)
        request.optional("redirect_uri").filter(code.redirectUri()::equals).isPresent(),
        Refusal.REDIRECT_URI_DIFFERS);
    Pkce.verify(code.codeChallenge(), request.optional("code_verifier"));
    Grant grant = code.grant();
    gate.pass(request.client(), grant, Refusal.CODE_REVOKED);
    return TokenOrder.of(request.client(), grant, code.nonce(), refresh(request.client(), grant));
  }

  private AuthorizationCode redeem(TokenRequest request) {
    return codes
        .redeem(new Handle(request.required("code")), request.clientId())
        .fold(
            code -> code,
            spent -> {
              throw replayed(request.client(), spent.grant());
            },
            () -> {
              throw new OAuthException(Refusal.CODE_UNKNOWN);
            });
  }

  /** A second use means that the code was stolen: what the first one got ends (RFC 6749 §4.1.2). */
  private OAuthException replayed(Client client, Grant grant) {
    revocation.revoke(client, grant);
    return new OAuthException(Refusal.CODE_REPLAYED);
  }

  /** The gate is passed again once the token is kept: a sign-out or a replay may come between. */
  private RefreshTokenPlan refresh(Client client, Grant grant) {
    return grant.includes(Scopes.OFFLINE_ACCESS)
        ? new RefreshTokenPlan.New(() -> gate.pass(client, grant, Refusal.CODE_REVOKED))
        : new RefreshTokenPlan.None();
  }
}
