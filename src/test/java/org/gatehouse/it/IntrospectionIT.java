package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.it.RawAnswers.assertRefused;
import static org.gatehouse.it.RawAnswers.withoutDate;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.util.List;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7662: introspection")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IntrospectionIT {
  private static final String INTROSPECT = "/connect/introspect";
  private static final String INACTIVE = "{\"active\":false}";
  private static final String[] SCOPES = {
    "openid", "profile", "demo.api", "it.archive", "offline_access"
  };

  private static OIDCTokens tokens() throws Exception {
    return tokens(Actors.browser());
  }

  private static OIDCTokens tokens(Browser browser) throws Exception {
    return Actors.tokens(Actors.web(), browser, Actors.alice(), SCOPES);
  }

  private static TokenIntrospectionSuccessResponse asked(String caller, Token token)
      throws Exception {
    TokenIntrospectionResponse response = Actors.confidential(caller, "urn:none").introspect(token);
    assertThat(response.indicatesSuccess()).isTrue();
    return response.toSuccessResponse();
  }

  /** The exact answer to an API. */
  private static RawAnswer answer(String token) throws IOException {
    return RawRequest.post(INTROSPECT, "token=" + token)
        .with(RawRequest.basic("demo-api:demo-secret"))
        .send();
  }

  private static void isInactive(String token) throws IOException {
    RawAnswer answer = answer(token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(INACTIVE);
    assertThat(answer.header("Content-Type")).containsExactly("application/json");
    assertThat(answer.header("Cache-Control")).containsExactly("no-store");
  }

  @Test
  @DisplayName("RFC 7662 §2.2: an API is told what its token says, of its own scopes")
  void tellsAnApi() throws Exception {
    OIDCTokens tokens = tokens();
    JWTClaimsSet claims =
        Actors.provider().verifyAccessToken(tokens.getAccessToken().getValue(), "demo-api");

    TokenIntrospectionSuccessResponse answer = asked("demo-api", tokens.getAccessToken());

    assertThat(answer.isActive()).isTrue();
    assertThat(answer.getScope().toStringList()).containsExactly("demo.api");
    assertThat(answer.getClientID().getValue()).isEqualTo("it-web");
    assertThat(answer.getSubject().getValue()).isEqualTo(claims.getSubject());
    assertThat(answer.getIssuer().getValue()).isEqualTo(Deployments.baseUri().toString());
    assertThat(answer.getJWTID().getValue()).isEqualTo(claims.getJWTID());
    assertThat(answer.getExpirationTime()).isEqualTo(claims.getExpirationTime());
    assertThat(answer.getNotBeforeTime()).isEqualTo(claims.getNotBeforeTime());
    assertThat(answer.getIssueTime()).isEqualTo(claims.getIssueTime());
    assertThat(answer.getTokenType().getValue()).isEqualTo("Bearer");
    assertThat(answer.toJSONObject())
        .containsKeys("aud", "sid", "amr", "idp", "auth_time", "name", "email")
        .doesNotContainKey("grant_id");
  }

  @Test
  @DisplayName("RFC 7662 §4: each API of the audience is told of its own scopes")
  void tellsAnotherApiOfItsOwnScopes() throws Exception {
    assertThat(asked("it-archive", tokens().getAccessToken()).getScope().toStringList())
        .containsExactly("it.archive");
  }

  @Test
  @DisplayName("RFC 7662 §2.2: a client is told of its own access and refresh token")
  void tellsTheClient() throws Exception {
    OIDCTokens tokens = tokens();

    assertThat(asked("it-web", tokens.getAccessToken()).getScope().toStringList())
        .containsExactlyInAnyOrder(SCOPES);
    assertThat(asked("it-web", tokens.getRefreshToken()).isActive()).isTrue();
    assertThat(asked("it-web", tokens.getRefreshToken()).getClientID().getValue())
        .isEqualTo("it-web");
  }

  @Test
  @DisplayName("RFC 7662 §4: what is not the caller's is inactive, without a hint")
  void tellsNobodyElse() throws Exception {
    OIDCTokens tokens = tokens();

    assertThat(asked("demo-web", tokens.getAccessToken()).toJSONObject().toString())
        .isEqualTo(INACTIVE);
    assertThat(asked("demo-web", tokens.getRefreshToken()).toJSONObject().toString())
        .isEqualTo(INACTIVE);
    assertThat(asked("demo-api", tokens.getRefreshToken()).toJSONObject().toString())
        .isEqualTo(INACTIVE);
    isInactive(tokens.getIDTokenString());
    isInactive(machineToken());
  }

  private static String machineToken() throws Exception {
    RelyingParty machine =
        RelyingParty.confidential(
            Actors.provider(), Actors.SECRETS, "machine_client", "secret", "urn:none");
    return RelyingParty.granted(machine.clientCredentials("resource1.scope1"))
        .getAccessToken()
        .getValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        ".",
        "a.b.c",
        "eyJhbGciOiJub25lIn0.e30.",
        "....",
        "%F0%9F%94%91",
        "%3Cscript%3E",
        "%22%7D"
      })
  @DisplayName("RFC 7662 §2.2: what is no token of this server is inactive")
  void tellsNothingOfNonsense(String token) throws IOException {
    isInactive(token);
  }

  @Test
  @DisplayName("RFC 7662 §2.2: a token as long as it may be is inactive, a longer one is refused")
  void looksAtNothingTooLong() throws IOException {
    isInactive("x".repeat(51_200));
    assertRefused(answer("x".repeat(51_201)), 400, "invalid_request");
    assertRefused(answer("x".repeat(70_000)), 413, "invalid_request");
  }

  @Test
  @DisplayName("RFC 7662 §2.2: after the sign-out the tokens of the session are inactive")
  void isInactiveAfterTheSignOut() throws Exception {
    Browser browser = Actors.browser();
    OIDCTokens tokens = tokens(browser);
    assertThat(asked("demo-api", tokens.getAccessToken()).isActive()).isTrue();

    browser.open(
        Actors.web().logout(tokens.getIDToken(), "http://localhost:9091/signed-out", "bye"));

    isInactive(tokens.getAccessToken().getValue());
    assertThat(asked("it-web", tokens.getRefreshToken()).isActive()).isFalse();
  }

  @Test
  @DisplayName("RFC 9700 §4.14.2: after a replay the whole family is inactive")
  void isInactiveAfterAReplay() throws Exception {
    OIDCTokens first = tokens();
    OIDCTokens next = RelyingParty.granted(Actors.web().refresh(first.getRefreshToken()));
    assertThat(asked("it-web", first.getRefreshToken()).isActive()).isFalse();
    assertThat(asked("it-web", next.getRefreshToken()).isActive()).isTrue();

    Actors.web().refresh(first.getRefreshToken());

    isInactive(first.getAccessToken().getValue());
    isInactive(next.getAccessToken().getValue());
    assertThat(asked("it-web", next.getRefreshToken()).isActive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "nonsense"})
  @DisplayName("RFC 7662 §2.1: token_type_hint is a hint, and never a reason")
  void needsNoHint(String hint) throws Exception {
    String token = tokens().getAccessToken().getValue();
    RawAnswer answer =
        RawRequest.post(INTROSPECT, "token=" + token + "&token_type_hint=" + hint)
            .with(RawRequest.basic("demo-api:demo-secret"))
            .send();

    assertThat(answer.body()).startsWith("{\"active\":true,\"scope\":\"demo.api\"");
    assertThat(answer.header("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest(name = "{0} is answered with {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''|400|invalid_request",
        "token=|400|invalid_request",
        "token_type_hint=access_token|400|invalid_request",
        "token=x&token=x|400|invalid_request",
        "token=x&token_type_hint=a&token_type_hint=a|400|invalid_request",
        "token=%zz|400|invalid_request",
        "token=x&client_id=other|400|invalid_request",
        "token=x&client_secret=demo-secret|400|invalid_request"
      })
  @DisplayName("RFC 7662 §2.1: requests that are not well-formed")
  void refusesRequests(String form, int status, String error) throws IOException {
    assertRefused(
        RawRequest.post(INTROSPECT, form).with(RawRequest.basic("demo-api:demo-secret")).send(),
        status,
        error);
  }

  @Test
  @DisplayName("RFC 7662 §2.1: no token in the query")
  void refusesAQuery() throws IOException {
    assertRefused(
        RawRequest.post(INTROSPECT + "?token=x", "token=x")
            .with(RawRequest.basic("demo-api:demo-secret"))
            .send(),
        400,
        "invalid_request");
  }

  @Test
  @DisplayName("RFC 7662 §2.3: unknown callers and wrong secrets get one and the same answer")
  void tellsNoDifference() throws IOException {
    RawRequest request = RawRequest.post(INTROSPECT, "token=x");
    RawAnswer wrong = request.with(RawRequest.basic("demo-api:wrong")).send();

    assertRefused(wrong, 401, "invalid_client");
    assertThat(wrong.header("WWW-Authenticate")).containsExactly("Basic realm=\"gatehouse\"");
    for (String pair : List.of("nobody:wrong", "it-web:wrong", "resource1:x", "demo-spa:x")) {
      RawAnswer other = request.with(RawRequest.basic(pair)).send();
      assertThat(other.body()).isEqualTo(wrong.body());
      assertThat(withoutDate(other)).isEqualTo(withoutDate(wrong));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=x", "token=x&client_id=demo-spa", "token=x&client_id=demo-api"})
  @DisplayName("RFC 7662 §2.1: who proves nothing is not answered")
  void refusesCallersWithoutSecret(String form) throws IOException {
    assertRefused(RawRequest.post(INTROSPECT, form).send(), 401, "invalid_client");
  }

  @Test
  @DisplayName("RFC 6749 §2.3.1: the secret of an API in the body")
  void takesASecretInTheBody() throws IOException {
    RawAnswer answer =
        RawRequest.post(INTROSPECT, "token=x&client_id=demo-api&client_secret=demo-secret").send();

    assertThat(answer.body()).isEqualTo(INACTIVE);
  }
}
