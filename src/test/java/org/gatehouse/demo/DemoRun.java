package org.gatehouse.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The main job, step by step: alice signs in to the demo's web application, and out again. */
final class DemoRun {
  private static final String[] SCOPES = {
    "openid", "profile", "email", "offline_access", "demo.api"
  };
  private static final String SIGNED_OUT = "http://localhost:9090/signed-out";

  private final URI issuer;
  private final Path credentials;
  private final Secrets secrets;
  private final Browser browser;
  private final Transport transport = new Transport();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private OIDCProviderMetadata metadata;
  private Provider provider;
  private RelyingParty web;
  private Person alice;
  private Attempt attempt;
  private AuthorizationCode code;
  private OIDCTokens first;
  private OIDCTokens refreshed;
  private OIDCTokens second;

  DemoRun(URI issuer, Path credentials, Secrets secrets) {
    this.issuer = issuer;
    this.credentials = credentials;
    this.secrets = secrets;
    this.browser = new Browser(issuer, secrets);
  }

  void through(Steps steps) {
    steps.step("discovery", this::discovery);
    steps.step("keys", this::keys);
    steps.step("client credentials", this::clientCredentials);
    steps.step("sign-in and consent", this::signIn);
    steps.step("code for tokens", this::redeem);
    steps.step("ID token", this::idToken);
    steps.step("userinfo", this::userinfo);
    steps.step("introspection", this::introspection);
    steps.step("refresh", this::refresh);
    steps.step("used refresh token", this::usedRefreshToken);
    steps.step("its family", this::family);
    steps.step("sign-in by session", this::signInBySession);
    steps.step("used code", this::usedCode);
    steps.step("prompt=none, signed in", this::promptNone);
    steps.step("sign-out", this::signOut);
    steps.step("prompt=none, signed out", this::promptNoneSignedOut);
  }

  /** The tokens of the run, by name. */
  Map<String, String> tokens() {
    return tokens;
  }

  private String discovery() throws Exception {
    metadata = Provider.metadata(issuer, transport);
    return "issuer as asked; grants " + metadata.getGrantTypes();
  }

  private String keys() throws Exception {
    JWKSet keys = Provider.keys(metadata, transport);
    provider = new Provider(metadata, keys, transport);
    web =
        RelyingParty.confidential(
            provider, secrets, "demo-web", "demo-secret", "http://localhost:9090/callback");
    alice = Person.of("alice", credentials, secrets);
    return keys.getKeys().stream().map(key -> key.getAlgorithm().getName()).toList().toString();
  }

  /** With the configuration file of the IdentityServer4 sample host. */
  private String clientCredentials() throws Exception {
    TokenResponse response =
        RelyingParty.confidential(provider, secrets, "machine_client", "secret", "urn:none")
            .clientCredentials("resource1.scope1");
    String token = RelyingParty.granted(response).getAccessToken().getValue();
    JWTClaimsSet claims = provider.verifyAccessToken(token, "resource1");
    Expect.equal("client_id", "machine_client", claims.getStringClaim("client_id"));
    Expect.equal("scope", "resource1.scope1", claims.getClaim("scope"));
    tokens.put("machine_access_token", token);
    return "at+jwt for resource1, client_id machine_client, scope " + claims.getClaim("scope");
  }

  private String signIn() {
    attempt = web.begin(SCOPES);
    Answer login = browser.open(attempt.uri());
    Expect.that(login.has("login"), "the sign-in page", login);
    Answer consent = alice.signIn(browser, login);
    Expect.that(consent.has("consent-allow"), "the consent page", consent);
    code = web.code(attempt, alice.consent(browser, consent));
    return "as alice; code with state and iss, PKCE S256";
  }

  private String redeem() throws Exception {
    first = RelyingParty.granted(web.redeem(attempt, code));
    Expect.present("refresh token", first.getRefreshToken());
    provider.verifyAccessToken(first.getAccessToken().getValue(), "demo-api");
    return "access, ID and refresh token; scope " + first.getAccessToken().getScope();
  }

  private String idToken() throws Exception {
    IDTokenClaimsSet claims = web.validate(first, attempt.get("nonce"));
    return "signature, iss, aud, exp, nonce, at_hash; sub " + claims.getSubject();
  }

  private String userinfo() throws Exception {
    UserInfo user = web.userinfo(first.getAccessToken()).toSuccessResponse().getUserInfo();
    Expect.equal("sub", first.getIDToken().getJWTClaimsSet().getSubject(), user.getSubject() + "");
    Expect.present("given_name", user.getGivenName());
    Expect.present("email", user.getEmailAddress());
    return user.getName() + " <" + user.getEmailAddress() + ">";
  }

  /** By the API that the token is for. */
  private String introspection() throws Exception {
    TokenIntrospectionSuccessResponse answer = introspected(first);
    Expect.equal("active", true, answer.isActive());
    Expect.equal("scope", new Scope("demo.api"), answer.getScope());
    Expect.equal(
        "sub", first.getIDToken().getJWTClaimsSet().getSubject(), answer.getSubject() + "");
    return "by demo-api: active, scope " + answer.getScope() + ", sub " + answer.getSubject();
  }

  private TokenIntrospectionSuccessResponse introspected(OIDCTokens tokens) throws Exception {
    return RelyingParty.confidential(provider, secrets, "demo-api", "demo-secret", "urn:none")
        .introspect(tokens.getAccessToken())
        .toSuccessResponse();
  }

  private String refresh() throws Exception {
    refreshed = RelyingParty.granted(web.refresh(first.getRefreshToken()));
    Expect.that(
        !refreshed.getRefreshToken().equals(first.getRefreshToken()), "another token", "the same");
    web.validate(refreshed, null);
    Expect.that(isAccepted(refreshed.getAccessToken()), "an access token that is good", "refused");
    return "new access and ID token, and another refresh token";
  }

  private String usedRefreshToken() throws Exception {
    return refused(web.refresh(first.getRefreshToken()));
  }

  private String family() throws Exception {
    String fact = refused(web.refresh(refreshed.getRefreshToken()));
    Expect.equal("access token is good", false, isAccepted(refreshed.getAccessToken()));
    Expect.equal("active", false, introspected(refreshed).isActive());
    return "newest refresh token: " + fact + "; access token refused, not active";
  }

  private String signInBySession() throws Exception {
    attempt = web.begin(SCOPES);
    Answer answer = browser.open(attempt.uri());
    Expect.equal("the sign-in page", false, answer.has("login"));
    boolean asked = answer.has("consent-allow");
    code = web.code(attempt, asked ? alice.consent(browser, answer) : answer);
    second = RelyingParty.granted(web.redeem(attempt, code));
    web.validate(second, attempt.get("nonce"));
    tokens.put("access_token", second.getAccessToken().getValue());
    tokens.put("refresh_token", second.getRefreshToken().getValue());
    tokens.put("id_token", second.getIDTokenString());
    return "without a password, consent " + (asked ? "asked again" : "remembered");
  }

  private String usedCode() throws Exception {
    String fact = refused(web.redeem(attempt, code));
    refused(web.refresh(second.getRefreshToken()));
    Expect.equal("access token is good", false, isAccepted(second.getAccessToken()));
    return fact + "; the tokens of its first use are revoked";
  }

  private String promptNone() throws Exception {
    Attempt silent = web.begin(SCOPES).with("prompt", "none");
    web.code(silent, browser.open(silent.uri()));
    return "a code without a page";
  }

  private String signOut() {
    Answer answer = browser.open(web.logout(second.getIDToken(), SIGNED_OUT, "good bye"));
    String returned = answer.location().map(URI::toString).orElse("nowhere");
    Expect.equal("return", SIGNED_OUT + "?state=good bye", returned.replaceAll("[+]|%20", " "));
    return "by id_token_hint, back at the client with state";
  }

  private String promptNoneSignedOut() {
    Attempt silent = web.begin(SCOPES).with("prompt", "none");
    String error = web.error(silent, browser.open(silent.uri())).getCode();
    Expect.equal("error", "login_required", error);
    return error;
  }

  private boolean isAccepted(AccessToken token) throws Exception {
    return web.userinfo(token).indicatesSuccess();
  }

  private static String refused(TokenResponse response) {
    Expect.equal("refusal", false, response.indicatesSuccess());
    String error = response.toErrorResponse().getErrorObject().getCode();
    Expect.equal("error", OAuth2Error.INVALID_GRANT.getCode(), error);
    return error;
  }
}
