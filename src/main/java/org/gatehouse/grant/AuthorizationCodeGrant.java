package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.GrantTypeName;
import org.gatehouse.model.OAuthError;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.store.AuthorizationCodes;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.GrantRevocation;
import org.gatehouse.token.MadeTokens;
import org.gatehouse.token.RedemptionPlan;
import org.gatehouse.token.RefreshTokenLife;
import org.gatehouse.token.TokenOrder;
import org.gatehouse.token.TokenResponse;

/** {@code authorization_code}: redeems a code, once (RFC 6749 §4.1.3). */
@ApplicationScoped
public class AuthorizationCodeGrant implements GrantHandler {
  private final AuthorizationCodes codes;
  private final RefreshTokens refreshTokens;
  private final GrantRevocation revocation;
  private final UserGate gate;

  @Inject
  public AuthorizationCodeGrant(
      AuthorizationCodes codes,
      RefreshTokens refreshTokens,
      GrantRevocation revocation,
      UserGate gate) {
    this.codes = codes;
    this.refreshTokens = refreshTokens;
    this.revocation = revocation;
    this.gate = gate;
  }

  @SuppressWarnings("NullAway")
  AuthorizationCodeGrant() {
    this(null, null, null, null); // CDI client proxy
  }

  @Override
  public String grantType() {
    return GrantTypeName.AUTHORIZATION_CODE;
  }

  @Override
  public TokenOrder validate(TokenRequest request) {
    Client client = request.client();
    Handle handle = new Handle(request.required("code"));
    AuthorizationCode code =
        codes.find(handle, client.clientId()).orElseThrow(() -> gone(client, handle));
    try {
      judge(request, code);
    } catch (OAuthException refused) {
      throw burned(client, handle, refused);
    }
    Grant grant = code.grant();
    return TokenOrder.of(
        client,
        grant,
        code.nonce(),
        new RedemptionPlan.Use(made -> redeem(client, handle, grant, made)));
  }

  private void judge(TokenRequest request, AuthorizationCode code) {
    require( // one that is missing differs, too (OIDC Core §3.1.3.1)
        request.optional("redirect_uri").filter(code.redirectUri()::equals).isPresent(),
        Refusal.REDIRECT_URI_DIFFERS);
    Pkce.verify(code.codeChallenge(), request.optional("code_verifier"));
    gate.pass(request.client(), code.grant(), Refusal.CODE_REVOKED);
  }

  /** Uses the code up and keeps the first refresh token of its family, in one step. */
  private TokenResponse redeem(Client client, Handle handle, Grant grant, MadeTokens made) {
    Optional<RefreshTokens.Made> first =
        Optional.of(made)
            .filter(tokens -> grant.includes(Scopes.OFFLINE_ACCESS))
            .map(tokens -> firstOfFamily(client, grant, tokens));
    return codes
        .redeem(handle, client.clientId(), first.map(RefreshTokens.Made::kept).stream().toList())
        .fold(
            grantId -> made.answer(first.map(RefreshTokens.Made::handle)),
            grantId -> {
              throw replayed(client, grantId);
            },
            () -> {
              throw new OAuthException(Refusal.CODE_REVOKED);
            });
  }

  private RefreshTokens.Made firstOfFamily(Client client, Grant grant, MadeTokens made) {
    Instant now = made.issuedAt();
    return refreshTokens.make(
        new RefreshToken(grant, now, 0, made.userClaims()), RefreshTokenLife.end(client, now, now));
  }

  /** A code whose use was refused is used up: nobody tries a second redirect_uri or verifier. */
  private OAuthException burned(Client client, Handle handle, OAuthException refused) {
    return refused.error() == OAuthError.INVALID_GRANT
        ? used(client, handle, refused)
        : refused; // a failure of ours, after which the client may try again
  }

  private OAuthException gone(Client client, Handle handle) {
    return used(client, handle, new OAuthException(Refusal.CODE_UNKNOWN));
  }

  /** Uses the code up for nothing; where it was used before, that is the reason that counts. */
  private OAuthException used(Client client, Handle handle, OAuthException otherwise) {
    return codes
        .redeem(handle, client.clientId(), List.of())
        .fold(grantId -> otherwise, grantId -> replayed(client, grantId), () -> otherwise);
  }

  /** A second use means that the code was stolen: what the first one got ends (RFC 6749 §4.1.2). */
  private OAuthException replayed(Client client, String grantId) {
    revocation.revoke(client, grantId);
    return new OAuthException(Refusal.CODE_REPLAYED);
  }
}
