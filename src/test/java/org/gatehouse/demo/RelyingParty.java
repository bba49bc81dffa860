package org.gatehouse.demo;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A client of the server: it asks, and believes nothing that it has not verified. */
public final class RelyingParty {
  private final Provider provider;
  private final Secrets secrets;
  private final ClientID id;
  private final Optional<Secret> secret;
  private final URI redirectUri;

  private RelyingParty(
      Provider provider, Secrets secrets, String id, Optional<String> secret, String redirectUri) {
    this.provider = provider;
    this.secrets = secrets;
    this.id = new ClientID(id);
    this.secret = secret.map(Secret::new);
    this.redirectUri = URI.create(redirectUri);
    secret.ifPresent(secrets::add);
  }

  public static RelyingParty confidential(
      Provider provider, Secrets secrets, String id, String secret, String redirectUri) {
    return new RelyingParty(provider, secrets, id, Optional.of(secret), redirectUri);
  }

  public static RelyingParty open(
      Provider provider, Secrets secrets, String id, String redirectUri) {
    return new RelyingParty(provider, secrets, id, Optional.empty(), redirectUri);
  }

  public String clientId() {
    return id.getValue();
  }

  /** A new authorization request with code flow, PKCE, state and nonce (OIDC Core §3.1.2.1). */
  public Attempt begin(String... scopes) {
    CodeVerifier verifier = new CodeVerifier();
    secrets.add(verifier.getValue());
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(ResponseType.CODE, new Scope(scopes), id, redirectUri)
            .endpointURI(provider.metadata().getAuthorizationEndpointURI())
            .state(new State())
            .nonce(new Nonce())
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    Map<String, String> parameters = new LinkedHashMap<>();
    request.toParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    return new Attempt(request.getEndpointURI(), parameters, verifier);
  }

  /** The code of an answer that is meant for this request (OIDC Core §3.1.2.7, RFC 9207 §2.4). */
  public AuthorizationCode code(Attempt attempt, Answer answer) {
    AuthorizationResponse response = response(attempt, answer);
    Expect.that(response.indicatesSuccess(), "a code", answer.location());
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    secrets.add(code.getValue());
    return code;
  }

  /** The error of an answer that is meant for this request. */
  public ErrorObject error(Attempt attempt, Answer answer) {
    AuthorizationResponse response = response(attempt, answer);
    Expect.that(!response.indicatesSuccess(), "an error", "a code");
    return response.toErrorResponse().getErrorObject();
  }

  private AuthorizationResponse response(Attempt attempt, Answer answer) {
    URI uri = answer.location().orElseThrow(() -> new DemoFailed("expected the answer: " + answer));
    Expect.equal("redirect URI", attempt.get("redirect_uri"), uri.toString().split("[?#]", 2)[0]);
    try {
      AuthorizationResponse response = AuthorizationResponse.parse(uri);
      String state = response.getState() == null ? null : response.getState().getValue();
      Expect.equal("state", attempt.get("state"), state);
      Expect.equal("iss", provider.metadata().getIssuer(), response.getIssuer());
      return response;
    } catch (com.nimbusds.oauth2.sdk.ParseException e) {
      throw new DemoFailed("expected an authorization response: " + e.getMessage());
    }
  }

  public TokenResponse redeem(Attempt attempt, AuthorizationCode code) throws Exception {
    URI uri = URI.create(attempt.get("redirect_uri"));
    return token(new AuthorizationCodeGrant(code, uri, attempt.verifier()), null);
  }

  public TokenResponse refresh(RefreshToken token) throws Exception {
    return token(new RefreshTokenGrant(token), null);
  }

  public TokenResponse refresh(RefreshToken token, String... scopes) throws Exception {
    return token(new RefreshTokenGrant(token), new Scope(scopes));
  }

  public TokenResponse clientCredentials(String... scopes) throws Exception {
    return token(new ClientCredentialsGrant(), new Scope(scopes));
  }

  private TokenResponse token(AuthorizationGrant grant, Scope scope) throws Exception {
    URI endpoint = provider.metadata().getTokenEndpointURI();
    TokenRequest request =
        secret
            .map(key -> new TokenRequest(endpoint, new ClientSecretBasic(id, key), grant, scope))
            .orElseGet(() -> new TokenRequest(endpoint, id, grant, scope));
    TokenResponse response =
        OIDCTokenResponseParser.parse(provider.transport().exchange(request.toHTTPRequest()));
    if (response.indicatesSuccess()) {
      response
          .toSuccessResponse()
          .toJSONObject()
          .forEach(
              (name, value) -> {
                if (name.endsWith("_token")) {
                  secrets.add((String) value);
                }
              });
    }
    return response;
  }

  /** The tokens of an answer that has some. */
  public static OIDCTokens granted(TokenResponse response) {
    if (!response.indicatesSuccess()) {
      throw new DemoFailed("tokens: expected, seen " + response.toErrorResponse().toJSONObject());
    }
    Tokens tokens = response.toSuccessResponse().getTokens();
    return tokens instanceof OIDCTokens withIdToken
        ? withIdToken
        : new OIDCTokens(tokens.getAccessToken(), tokens.getRefreshToken());
  }

  /** The claims of an ID token that answers this request (OIDC Core §3.1.3.7, §3.1.3.8). */
  public IDTokenClaimsSet validate(OIDCTokens tokens, String nonce) throws Exception {
    JWT idToken = Expect.present("ID token", tokens.getIDToken());
    JWSAlgorithm algorithm = (JWSAlgorithm) idToken.getHeader().getAlgorithm();
    Expect.that(
        provider.metadata().getIDTokenJWSAlgs().contains(algorithm), "alg that is told", algorithm);
    IDTokenClaimsSet claims =
        new IDTokenValidator(provider.metadata().getIssuer(), id, algorithm, provider.keys())
            .validate(idToken, nonce == null ? null : new Nonce(nonce));
    AccessTokenValidator.validate(
        tokens.getAccessToken(), algorithm, Expect.present("at_hash", claims.getAccessTokenHash()));
    return claims;
  }

  public UserInfoResponse userinfo(AccessToken token) throws Exception {
    URI endpoint = provider.metadata().getUserInfoEndpointURI();
    return UserInfoResponse.parse(
        provider.transport().exchange(new UserInfoRequest(endpoint, token).toHTTPRequest()));
  }

  /** What it is told of a token (RFC 7662 §2); of an API the name is that of its resource. */
  public TokenIntrospectionResponse introspect(Token token) throws Exception {
    URI endpoint = provider.metadata().getIntrospectionEndpointURI();
    ClientSecretBasic authentication = new ClientSecretBasic(id, secret.orElseThrow());
    return TokenIntrospectionResponse.parse(
        provider
            .transport()
            .exchange(
                new TokenIntrospectionRequest(endpoint, authentication, token).toHTTPRequest()));
  }

  /** Where the browser goes to sign out (OIDC RP-Initiated Logout §2). */
  public URI logout(JWT idTokenHint, String returnUri, String state) {
    return new LogoutRequest(
            provider.metadata().getEndSessionEndpointURI(),
            idTokenHint,
            URI.create(returnUri),
            new State(state))
        .toURI();
  }
}
