package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.util.List;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.HtmlForm;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OIDC Core §3.1: a user signs in to a client by the code flow")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuthorizationCodeFlowIT {
  /** Everything that a careless server might reflect, split or decode twice. */
  private static final String ODD_STATE =
      "\"><script>alert(1)</script>'&a=b;c+d %2e%\r\nX: ü€𝄞{}|\\";

  private final Browser browser = Actors.browser();

  @Test
  @DisplayName("OIDC Core §3.1.3.7, §5.4: a confidential client gets tokens and the user's claims")
  void issuesTokensToAConfidentialClient() throws Exception {
    RelyingParty web = Actors.demoWeb();
    Attempt attempt = web.begin("openid", "profile", "email", "address", "phone", "demo.api");

    Answer answer = Actors.alice().pass(browser, attempt.uri());
    OIDCTokens tokens = RelyingParty.granted(web.redeem(attempt, web.code(attempt, answer)));

    IDTokenClaimsSet claims = web.validate(tokens, attempt.get("nonce"));
    assertThat(claims.getStringClaim("idp")).isEqualTo("local");
    assertThat(claims.getAMR()).extracting(amr -> amr.getValue()).containsExactly("pwd");
    assertThat(claims.getAuthenticationTime()).isNotNull();
    assertThat(claims.getStringClaim("sid")).isNotBlank();
    UserInfo user = web.userinfo(tokens.getAccessToken()).toSuccessResponse().getUserInfo();
    assertThat(user.getSubject().getValue()).isEqualTo(claims.getSubject().getValue());
    assertThat(user.toJSONObject())
        .containsKeys(
            "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username")
        .containsKeys("profile", "picture", "website", "gender", "birthdate", "zoneinfo", "locale")
        .containsKeys("email", "email_verified", "phone_number", "phone_number_verified")
        .containsKey("address");
    assertThat(user.toJSONObject().get("updated_at")).isInstanceOf(Number.class);
    assertThat(user.toJSONObject().get("email_verified")).isInstanceOf(Boolean.class);
  }

  @Test
  @DisplayName("RFC 6749 §2.1, RFC 7636: a public client gets tokens by PKCE alone")
  void issuesTokensToAPublicClient() throws Exception {
    RelyingParty spa = Actors.demoSpa();
    Attempt attempt = spa.begin("openid", "profile", "demo.api");

    Answer answer = Actors.bob().pass(browser, attempt.uri());
    OIDCTokens tokens = RelyingParty.granted(spa.redeem(attempt, spa.code(attempt, answer)));

    spa.validate(tokens, attempt.get("nonce"));
    Actors.provider().verifyAccessToken(tokens.getAccessToken().getValue(), "demo-api");
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: a request by POST is answered like one by GET")
  void takesARequestByPost() throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt = web.begin("openid");

    Answer login = browser.follow(browser.post(attempt.endpoint(), attempt.query()));
    Answer answer = Actors.alice().signIn(browser, login);

    assertThat(web.code(attempt, answer)).isNotNull();
  }

  @Test
  @DisplayName("RFC 6749 §3.1: parameters in body and query together are refused")
  void refusesParametersInBodyAndQuery() throws Exception {
    Attempt attempt = Actors.web().begin("openid");

    Answer answer = browser.post(attempt.uri(), attempt.query());

    Refusals.isErrorPage(answer);
  }

  @Test
  @DisplayName("OAuth Multiple Response Types §2.1: fragment")
  void answersInTheFragment() throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt =
        web.begin("openid").with("response_mode", "fragment").with("state", ODD_STATE);

    Answer answer = Actors.alice().pass(browser, attempt.uri());

    assertThat(answer.location().orElseThrow().getRawFragment()).contains("code=", "iss=");
    assertThat(answer.location().orElseThrow().getRawQuery()).isNull();
    assertThat(web.code(attempt, answer)).isNotNull();
  }

  @Test
  @DisplayName("OAuth Form Post Response Mode §2: a page posts the answer, state escaped")
  void answersByAForm() throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt =
        web.begin("openid").with("response_mode", "form_post").with("state", ODD_STATE);

    Answer answer = Actors.alice().pass(browser, attempt.uri());

    HtmlForm form = answer.form();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(form.action()).isEqualTo(URI.create(attempt.get("redirect_uri")));
    assertThat(form.value("state")).isEqualTo(ODD_STATE);
    assertThat(form.value("iss")).isEqualTo(Deployments.baseUri().toString());
    assertThat(answer.page().select("script")).hasSize(1);
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("script-src 'sha256-");
    assertThat(
            web.redeem(attempt, new com.nimbusds.oauth2.sdk.AuthorizationCode(form.value("code")))
                .indicatesSuccess())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {ODD_STATE, "a", "state with  spaces", "a+b&c=d#e", "😀"})
  @DisplayName("RFC 6749 §4.1.2: state comes back exactly")
  void returnsStateExactly(String state) throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt = web.begin("openid").with("state", state);

    Answer answer = Actors.alice().pass(browser, attempt.uri());

    assertThat(web.code(attempt, answer)).isNotNull();
    assertThat(answer.header("X")).isEmpty();
  }

  @Test
  @DisplayName("RFC 6749 §3.1.2: a query of the registered redirect URI is kept")
  void keepsTheQueryOfTheRedirectUri() throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt = web.begin("openid").with("redirect_uri", Actors.WEB_CALLBACK + "?mode=1");

    Answer answer = Actors.alice().pass(browser, attempt.uri());

    assertThat(answer.location().orElseThrow().getRawQuery()).startsWith("mode=1&code=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/cb",
        "http://localhost:9091/CALLBACK",
        "http://LOCALHOST:9091/callback",
        "http://localhost.:9091/callback",
        "https://localhost:9091/callback",
        "http://localhost:9092/callback",
        "http://localhost/callback",
        "http://localhost:9091/callback/",
        "http://localhost:9091/callback.evil",
        "http://localhost:9091/callback/../x",
        "http://localhost:9091/callback/..;/x",
        "http://localhost:9091/callback/%2e%2e/x",
        "http://localhost:9091/%63allback",
        "http://localhost:9091/callback?x=1",
        "http://localhost:9091/callback?mode=1&mode=2",
        "http://localhost:9091/callback#a",
        "http://localhost:9091@evil.test/callback",
        "http://a@b@localhost:9091/callback",
        "http://evil.test\\@localhost:9091/callback",
        "http:\\\\localhost:9091\\callback",
        " http://localhost:9091/callback",
        "http://localhost:9091/callback ",
        "http://localhost:9091/callback\t",
        "http://localhost:9091/callback\n",
        "http://127.0.0.1:9091/callback",
        "http://[::1]:9091/callback",
        "http://lοcalhost:9091/callback",
        "http://localhost:9091/callback?code=x&state=y&iss=z",
        "javascript:alert(1)",
        "//localhost:9091/callback",
        "/callback",
        "null"
      })
  @DisplayName("RFC 9700 §4.1.3: a redirect URI that is not registered exactly gets an error page")
  void refusesAnotherRedirectUri(String uri) throws Exception {
    for (String mode : List.of("query", "fragment", "form_post")) {
      Answer answer =
          browser.fetch(
              Actors.web()
                  .begin("openid")
                  .with("redirect_uri", uri)
                  .with("response_mode", mode)
                  .uri());

      Refusals.isErrorPage(answer);
      assertThat(answer.body()).as("reflected").doesNotContain(uri.length() > 10 ? uri : "evil");
      assertThat(answer.page().select("form")).isEmpty();
    }
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: a request without redirect_uri gets an error page")
  void refusesNoRedirectUri() throws Exception {
    Refusals.isErrorPage(browser.fetch(Actors.web().begin("openid").without("redirect_uri").uri()));
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2.1: an unknown client gets an error page, also with a good URI")
  void refusesAnUnknownClient() throws Exception {
    Attempt attempt = Actors.web().begin("openid");

    Refusals.isErrorPage(browser.fetch(attempt.with("client_id", "nobody").uri()));
    Refusals.isErrorPage(browser.fetch(attempt.without("client_id").uri()));
    Refusals.isErrorPage(browser.fetch(attempt.with("client_id", "interactive_client").uri()));
    Refusals.isErrorPage(browser.fetch(attempt.with("client_id", "demo-spa").uri()));
  }
}
