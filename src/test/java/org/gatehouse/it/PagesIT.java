package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.List;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.HtmlForm;
import org.gatehouse.demo.Person;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9700 §4.7, §4.16: the pages, their forms and the cookies behind them")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PagesIT {
  private static final String SESSION = "gatehouse.session";
  private static final String BROWSER = "gatehouse.browser";

  private final RelyingParty web = Actors.web();
  private final RelyingParty demo = Actors.demoWeb();
  private final Person alice = Actors.alice();
  private final Browser browser = Actors.browser();

  PagesIT() throws Exception {}

  @AfterEach
  @DisplayName("no servlet session, and cookies of ours only")
  void setsOurCookiesOnly() {
    assertThat(browser.setCookies())
        .allMatch(cookie -> cookie.startsWith(SESSION + "=") || cookie.startsWith(BROWSER + "="))
        .allMatch(cookie -> cookie.contains("; Path=/; HttpOnly; SameSite=Lax"))
        .noneMatch(cookie -> cookie.contains("Domain="));
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.3: the sign-in page has stable ids, labels and autocomplete")
  void showsTheSignInPage() {
    Answer page = browser.open(demo.begin("openid").uri());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.address().getPath()).isEqualTo("/login");
    assertHeadersOfAPage(page);
    for (String id : List.of("username", "password", "login", "login-cancel", "client-policy")) {
      assertThat(page.has(id)).as(id).isTrue();
    }
    assertThat(page.page().select("label[for=username], label[for=password]")).hasSize(2);
    assertThat(page.page().getElementById("password").attr("autocomplete"))
        .isEqualTo("current-password");
    assertThat(page.body()).contains("Demo Web");
    assertThat(page.page().select("script, [onclick], [style]")).isEmpty();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.4: the consent page names what is asked for")
  void showsTheConsentPage() {
    Attempt attempt = demo.begin("openid", "profile", "demo.api").with("prompt", "consent");

    Answer page = alice.signIn(browser, browser.open(attempt.uri()));

    assertThat(page.address().getPath()).isEqualTo("/consent");
    assertHeadersOfAPage(page);
    assertThat(page.has("consent-allow")).isTrue();
    assertThat(page.has("consent-deny")).isTrue();
    assertThat(page.page().select("input[name=scope]").eachAttr("value"))
        .contains("openid", "profile", "demo.api");
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2.1: the error page says so, and why to a developer")
  void showsTheErrorPage() {
    Answer page = browser.open(web.begin("openid").with("redirect_uri", "https://evil.test").uri());

    Refusals.isErrorPage(page);
    assertHeadersOfAPage(page);
    assertThat(page.text("error-detail")).startsWith("redirect-uri-unregistered:");
    assertThat(page.has("error-reference")).isTrue();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: the sign-out pages")
  void showsTheSignOutPages() {
    signIn();

    Answer ask = browser.open("/logout");
    assertHeadersOfAPage(ask);
    assertThat(ask.has("logout-yes") && ask.has("logout-no")).isTrue();
    assertHeadersOfAPage(browser.send(ask.form().press("logout-no")));
    assertHeadersOfAPage(browser.send(ask.form().press("logout-yes")));
  }

  @Test
  @DisplayName("HTML: a client's name is text, not markup")
  void escapesTheNameOfTheClient() {
    Answer page = browser.open(web.begin("openid").uri());

    assertThat(page.page().select("b")).isEmpty();
    assertThat(page.page().text()).contains("Integration <b>& Tests</b>");
  }

  @Test
  @DisplayName("RFC 9700 §4.7: a sign-in form of another browser is refused (login CSRF)")
  void refusesTheFormOfAnotherBrowser() throws Exception {
    Browser attacker = Actors.browser();
    HtmlForm form = attacker.open(web.begin("openid").uri()).form();
    HtmlForm filled =
        form.with("username", Actors.bob().name())
            .with("password", Actors.bob().password())
            .press("login");

    Refusals.isErrorPage(Actors.browser().send(filled));
    browser.open(web.begin("openid").uri());
    Refusals.isErrorPage(browser.send(filled));
    assertThat(browser.cookies()).doesNotContainKey(SESSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "eyJhbGciOiJkaXIifQ..a.b.c"})
  @DisplayName("RFC 9700 §4.7: forms without a ticket of ours are refused")
  void refusesAForeignTicket(String ticket) {
    browser.open(web.begin("openid").uri());

    for (String path : List.of("/login", "/consent", "/logout")) {
      Answer answer =
          browser.post(
              Actors.at(path), "ticket=" + ticket + "&username=alice&password=x&action=allow");
      assertThat(answer.status()).isEqualTo(303);
      Refusals.isErrorPage(browser.follow(answer));
    }
    Refusals.isErrorPage(browser.open("/login?ticket=" + ticket));
    Refusals.isErrorPage(browser.open("/consent?ticket=" + ticket));
    Refusals.isErrorPage(browser.open("/connect/authorize/callback?ticket=" + ticket));
  }

  @Test
  @DisplayName("RFC 9700 §4.7: a page of one browser cannot be finished in another")
  void bindsTheRequestToTheBrowser() throws Exception {
    Answer consent = consentPage("openid", "email");
    Browser other = Actors.signedIn(Actors.bob());

    Refusals.isErrorPage(other.send(consent.form().press("consent-allow")));
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.4: scopes added by hand are not granted")
  void grantsNoMoreThanWasAsked() throws Exception {
    Attempt attempt = demo.begin("openid", "email").with("prompt", "consent");
    Answer page = alice.signIn(browser, browser.open(attempt.uri()));

    Answer answer =
        browser.send(
            page.form()
                .adding("scope", "demo.api")
                .adding("scope", "offline_access")
                .press("consent-allow"));

    OIDCTokens tokens = RelyingParty.granted(demo.redeem(attempt, demo.code(attempt, answer)));
    assertThat(tokens.getAccessToken().getScope().toStringList())
        .containsExactlyInAnyOrder("openid", "email");
    assertThat(tokens.getRefreshToken()).isNull();
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.4: a scope that the user unticks is not granted")
  void grantsWhatIsTicked() throws Exception {
    Attempt attempt = demo.begin("openid", "email", "demo.api").with("prompt", "consent");
    Answer page = alice.signIn(browser, browser.open(attempt.uri()));

    Answer answer =
        browser.send(page.form().without("scope").adding("scope", "email").press("consent-allow"));

    OIDCTokens tokens = RelyingParty.granted(demo.redeem(attempt, demo.code(attempt, answer)));
    assertThat(tokens.getAccessToken().getScope().toStringList())
        .containsExactlyInAnyOrder("openid", "email");
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2.1: cancel at the sign-in answers access_denied")
  void answersACancelledSignIn() {
    Attempt attempt = web.begin("openid");

    Answer answer = browser.send(browser.open(attempt.uri()).form().press("login-cancel"));

    assertThat(web.error(attempt, answer).getCode()).isEqualTo("access_denied");
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2.1: deny at the consent page answers access_denied")
  void answersADenial() {
    Attempt attempt = demo.begin("openid", "phone").with("prompt", "consent");
    Answer page = alice.signIn(browser, browser.open(attempt.uri()));

    Answer answer = browser.send(page.form().press("consent-deny"));

    assertThat(demo.error(attempt, answer).getCode()).isEqualTo("access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "nobody", "", "' or 1=1 --", "alice\u0000x"})
  @DisplayName("ASVS 6.3: a wrong password and an unknown user look the same")
  void tellsNothingOfWhyTheSignInFailed(String name) {
    Answer page = browser.open(web.begin("openid").uri());

    Answer again = new Person(name, "wrong password").signIn(browser, page);

    if (name.indexOf('\0') >= 0) {
      Refusals.isErrorPage(again);
    } else {
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.has("login-failed")).isTrue();
      assertThat(again.page().getElementById("username").attr("value")).isEqualTo(name);
      assertThat(again.page().getElementById("password").attr("value")).isEmpty();
    }
    assertThat(browser.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  @DisplayName("OWASP session fixation: a session that was planted is not the one after sign-in")
  void changesTheSessionAtSignIn() {
    browser.cookies().put(SESSION, "planted-by-an-attacker-0123456789abcdefghij");
    signIn();
    String first = browser.cookies().get(SESSION);
    assertThat(first).doesNotContain("planted");

    Attempt again = web.begin("openid").with("prompt", "login");
    web.code(again, alice.signIn(browser, browser.open(again.uri())));

    assertThat(browser.cookies().get(SESSION)).isNotEqualTo(first);
    browser.cookies().put(SESSION, first);
    Attempt silent = web.begin("openid").with("prompt", "none");
    assertThat(web.error(silent, browser.open(silent.uri())).getCode()).isEqualTo("login_required");
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: two tabs with two clients do not mix")
  void keepsTwoTabsApart() throws Exception {
    RelyingParty spa = Actors.demoSpa();
    Attempt one = web.begin("openid");
    Attempt two = spa.begin("openid", "profile");
    Answer firstTab = browser.open(one.uri());
    Answer secondTab = browser.open(two.uri());

    Answer second = alice.signIn(browser, secondTab);
    Answer first = alice.signIn(browser, firstTab);

    OIDCTokens ofWeb = RelyingParty.granted(web.redeem(one, web.code(one, first)));
    OIDCTokens ofSpa = RelyingParty.granted(spa.redeem(two, spa.code(two, second)));
    web.validate(ofWeb, one.get("nonce"));
    spa.validate(ofSpa, two.get("nonce"));
  }

  @Test
  @DisplayName("RFC 9110 §9.2: back and reload go on, and a form may be sent twice")
  void survivesBackAndReload() {
    Attempt attempt = demo.begin("openid", "address").with("prompt", "consent");
    Answer login = browser.open(attempt.uri());
    assertThat(browser.open(login.address()).has("login")).isTrue();
    Answer consent = alice.signIn(browser, login);
    assertThat(browser.open(consent.address()).has("consent-allow")).isTrue();
    assertThat(browser.open(login.address()).has("login")).isTrue();
    Answer consentAgain = alice.signIn(browser, login);

    assertThat(demo.code(attempt, browser.send(consentAgain.form().press("consent-allow"))))
        .isNotNull();
    assertThat(demo.code(attempt, browser.send(consent.form().press("consent-allow")))).isNotNull();
  }

  @Test
  @DisplayName("RFC 9700 §4.12: a form with a password is answered by 303")
  void redirectsTheFormBy303() {
    Answer page = browser.open(web.begin("openid").uri());
    HtmlForm form = page.form().with("username", "alice").with("password", alice.password());

    Answer answer = browser.post(form.action(), form.press("login").encoded());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
  }

  private void signIn() {
    Attempt attempt = web.begin("openid");
    web.code(attempt, alice.pass(browser, attempt.uri()));
  }

  private Answer consentPage(String... scopes) {
    Attempt attempt = demo.begin(scopes).with("prompt", "consent");
    Answer page = alice.signIn(browser, browser.open(attempt.uri()));
    assertThat(page.has("consent-allow")).isTrue();
    return page;
  }

  private static void assertHeadersOfAPage(Answer page) {
    assertThat(page.header("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.header("X-Frame-Options")).hasValue("DENY");
    assertThat(page.header("Referrer-Policy")).isPresent();
    assertThat(page.body()).startsWith("<!doctype html>");
  }
}
