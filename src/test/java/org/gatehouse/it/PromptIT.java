package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
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

@DisplayName("OIDC Core §3.1.2.1, §3.1.2.3: what a client may ask of the pages")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PromptIT {
  private final RelyingParty web = Actors.web();

  PromptIT() throws Exception {}

  @Test
  @DisplayName("OIDC Core §3.1.2.1: none gives a code where there is a session")
  void noneGivesACode() throws Exception {
    Browser browser = Actors.signedIn(Actors.alice());
    Attempt attempt = web.begin("openid", "profile").with("prompt", "none");

    assertThat(web.code(attempt, browser.open(attempt.uri()))).isNotNull();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.6: none answers consent_required where the user must be asked")
  void noneAnswersConsentRequired() throws Exception {
    Browser browser = Actors.signedIn(Actors.bob());
    RelyingParty demo = Actors.demoWeb();
    Attempt attempt = demo.begin("openid", "phone").with("prompt", "none");

    Answer answer = browser.open(attempt.uri());

    assertThat(demo.error(attempt, answer).getCode()).isEqualTo("consent_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "select_account"})
  @DisplayName("OIDC Core §3.1.2.1: login and select_account ask once more, and only once")
  void asksForAFreshSignIn(String prompt) throws Exception {
    Browser browser = Actors.browser();
    OIDCTokens before = Actors.tokens(web, browser, Actors.alice(), "openid");
    waitUntil(authTime(before).plusSeconds(1)); // auth_time has whole seconds
    Attempt attempt = web.begin("openid").with("prompt", prompt);

    Answer page = browser.open(attempt.uri());
    assertThat(page.has("login-again")).isTrue();
    Answer answer = Actors.alice().signIn(browser, page);

    OIDCTokens after = RelyingParty.granted(web.redeem(attempt, web.code(attempt, answer)));
    assertThat(authTime(after)).isAfter(authTime(before));
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: a reload of the request after the sign-in asks again")
  void asksAgainAfterAReload() throws Exception {
    Browser browser = Actors.browser();
    Attempt attempt = web.begin("openid").with("prompt", "login");
    web.code(attempt, Actors.alice().pass(browser, attempt.uri()));

    assertThat(browser.open(attempt.uri()).has("login")).isTrue();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: consent asks again, also where the answer is remembered")
  void asksForConsentAgain() throws Exception {
    Browser browser = Actors.browser();
    RelyingParty demo = Actors.demoWeb();
    Actors.tokens(demo, browser, Actors.alice(), "openid", "email");
    Attempt attempt = demo.begin("openid", "email");
    assertThat(browser.open(attempt.uri()).has("consent-allow")).isFalse();

    Attempt again = demo.begin("openid", "email").with("prompt", "consent");
    Answer page = browser.open(again.uri());

    assertThat(page.has("consent-allow")).isTrue();
    assertThat(demo.code(again, Actors.alice().consent(browser, page))).isNotNull();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: login and consent together ask for both")
  void asksForBoth() throws Exception {
    Browser browser = Actors.signedIn(Actors.alice());
    Attempt attempt = web.begin("openid").with("prompt", "login consent");

    Answer login = browser.open(attempt.uri());
    assertThat(login.has("login")).isTrue();
    Answer consent = Actors.alice().signIn(browser, login);
    assertThat(consent.has("consent-allow")).isTrue();

    assertThat(web.code(attempt, Actors.alice().consent(browser, consent))).isNotNull();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: max_age asks where the sign-in is older")
  void asksWhereTheSignInIsTooOld() throws Exception {
    Browser browser = Actors.signedIn(Actors.alice());
    Attempt fine = web.begin("openid").with("max_age", "1000");
    OIDCTokens last =
        RelyingParty.granted(web.redeem(fine, web.code(fine, browser.open(fine.uri()))));

    for (String age : new String[] {"0", "1"}) {
      waitUntil(authTime(last).plusSeconds(2)); // more than a second, wherever in its second it was
      Attempt attempt = web.begin("openid").with("max_age", age);
      Answer page = browser.open(attempt.uri());
      assertThat(page.has("login")).as("max_age " + age).isTrue();
      Answer answer = Actors.alice().signIn(browser, page);
      last = RelyingParty.granted(web.redeem(attempt, web.code(attempt, answer)));
      assertThat(Duration.between(authTime(last), Instant.now()).toSeconds()).isLessThan(10);
    }
    Attempt silent = web.begin("openid").with("max_age", "0").with("prompt", "none");
    assertThat(web.error(silent, browser.open(silent.uri())).getCode()).isEqualTo("login_required");
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: login_hint fills the field, escaped")
  void fillsInTheLoginHint() throws Exception {
    String hint = "\"><script>alert(1)</script>${7*7}#{7*7}";

    Answer page = Actors.browser().open(web.begin("openid").with("login_hint", hint).uri());

    assertThat(page.page().getElementById("username").attr("value")).isEqualTo(hint);
    assertThat(page.page().select("script")).isEmpty();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: id_token_hint of the user who is signed in goes on")
  void takesTheHintOfThisUser() throws Exception {
    Browser browser = Actors.browser();
    JWT hint = Actors.tokens(web, browser, Actors.alice(), "openid").getIDToken();
    Attempt attempt =
        web.begin("openid").with("prompt", "none").with("id_token_hint", hint.serialize());

    assertThat(web.code(attempt, browser.open(attempt.uri()))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("OIDC Core §3.1.2.2: id_token_hint of another user never switches silently")
  void refusesTheHintOfAnotherUser(boolean silent) throws Exception {
    JWT bobs = Actors.tokens(web, Actors.browser(), Actors.bob(), "openid").getIDToken();
    Browser browser = Actors.signedIn(Actors.alice());
    Attempt attempt = web.begin("openid").with("id_token_hint", bobs.serialize());
    attempt = silent ? attempt.with("prompt", "none") : attempt;

    assertThat(web.error(attempt, browser.open(attempt.uri())).getCode())
        .isEqualTo("login_required");
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: id_token_hint may have expired")
  void takesAnExpiredHint() throws Exception {
    Browser browser = Actors.browser();
    RelyingParty hasty = Actors.confidential("it-hasty", "http://localhost:9091/hasty");
    JWT hint = Actors.tokens(hasty, browser, Actors.alice(), "openid").getIDToken();
    waitUntil(hint.getJWTClaimsSet().getExpirationTime().toInstant().plusSeconds(1));
    Attempt attempt =
        hasty.begin("openid").with("prompt", "none").with("id_token_hint", hint.serialize());

    assertThat(hasty.code(attempt, browser.open(attempt.uri()))).isNotNull();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: id_token_hint for another client, edited, or of another kind")
  void refusesForeignHints() throws Exception {
    Browser browser = Actors.browser();
    OIDCTokens tokens = Actors.tokens(web, browser, Actors.alice(), "openid");
    String own = tokens.getIDTokenString();
    String others =
        Actors.tokens(Actors.demoSpa(), browser, Actors.alice(), "openid").getIDTokenString();
    int payload = own.indexOf('.') + 5;
    char swapped = own.charAt(payload) == 'A' ? 'B' : 'A';
    String edited = own.substring(0, payload) + swapped + own.substring(payload + 1);
    String accessToken = tokens.getAccessToken().getValue();

    for (String hint : new String[] {others, edited, accessToken, own + "A", own + ".x"}) {
      Attempt attempt = web.begin("openid").with("id_token_hint", hint);
      assertThat(web.error(attempt, browser.open(attempt.uri())).getCode())
          .isEqualTo("invalid_request");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "de,de",
    "fr-CA de,fr",
    "xx de,de",
    "xx,en",
    "../../etc/passwd,en",
    "'x x x x x x x x x x x x x x x x x x x x de',en"
  })
  @DisplayName("OIDC Core §3.1.2.1: ui_locales chooses the language")
  void speaksTheLanguage(String locales, String language) throws Exception {
    Answer page = Actors.browser().open(web.begin("openid").with("ui_locales", locales).uri());

    assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language);
    assertThat(page.header("Content-Language")).hasValue(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "display|page",
        "display|popup",
        "display|touch",
        "display|wap",
        "acr_values|urn:a urn:b",
        "claims_locales|de fr",
        "claims|{\"userinfo\":{\"given_name\":{\"essential\":true}},\"id_token\":{\"acr\":null}}",
      })
  @DisplayName("OIDC Core §3.1.2.1, §5.5: optional parameters are accepted")
  void accepts(String name, String value) throws Exception {
    Browser browser = Actors.browser();
    Attempt attempt = web.begin("openid").with(name, value);

    assertThat(web.code(attempt, Actors.alice().pass(browser, attempt.uri()))).isNotNull();
  }

  private static Instant authTime(OIDCTokens tokens) throws Exception {
    return Instant.ofEpochSecond(tokens.getIDToken().getJWTClaimsSet().getLongClaim("auth_time"));
  }

  /** Waits for a moment that is near; the server's clock is this machine's. */
  private static void waitUntil(Instant moment) throws InterruptedException {
    assertThat(moment).isBefore(Instant.now().plusSeconds(10));
    while (Instant.now().isBefore(moment)) {
      Thread.sleep(20);
    }
  }
}
