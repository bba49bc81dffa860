package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OIDC RP-Initiated Logout: a user signs out")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LogoutFlowIT {
  private static final String RETURN = "http://localhost:9091/signed-out";
  private static final String[] SCOPES = {"openid", "demo.api", "offline_access"};

  private final RelyingParty web = Actors.web();
  private final Browser browser = Actors.browser();
  private final OIDCTokens tokens = Actors.tokens(web, browser, Actors.alice(), SCOPES);

  LogoutFlowIT() throws Exception {}

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2, §3: by hint, without a question, back with state")
  void returnsToTheClient() throws Exception {
    Answer answer = browser.open(web.logout(tokens.getIDToken(), RETURN, "a&b=ü"));

    assertThat(answer.location().orElseThrow().toString())
        .isEqualTo(RETURN + "?state=a%26b%3D%C3%BC");
    assertSignedOut();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: the session's grants end with it")
  void endsTheGrantsOfTheSession() throws Exception {
    browser.open(web.logout(tokens.getIDToken(), RETURN, "x"));

    assertThat(Refusals.errorOf(web.refresh(tokens.getRefreshToken()))).isEqualTo("invalid_grant");
    assertThat(Actors.isAccepted(tokens)).isFalse();
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2: a code of the session cannot be redeemed after the sign-out")
  void endsTheCodesOfTheSession() throws Exception {
    Attempt attempt = web.begin(SCOPES);
    var code = web.code(attempt, browser.open(attempt.uri()));

    browser.open(web.logout(tokens.getIDToken(), RETURN, "x"));

    assertThat(Refusals.errorOf(web.redeem(attempt, code))).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: the request may come by POST")
  void takesARequestByPost() throws Exception {
    Answer answer =
        browser.follow(
            browser.post(
                Actors.at("/connect/endsession"),
                "id_token_hint="
                    + tokens.getIDTokenString()
                    + "&post_logout_redirect_uri="
                    + RETURN));

    assertThat(answer.location()).hasValue(URI.create(RETURN));
    assertSignedOut();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: without a hint the user is asked: yes")
  void asksAndSignsOut() throws Exception {
    Answer page =
        browser.open("/connect/endsession?client_id=it-web&post_logout_redirect_uri=" + RETURN);
    assertThat(page.has("logout-yes")).isTrue();
    assertSignedIn();

    Answer answer = browser.send(page.form().press("logout-yes"));

    assertThat(answer.location()).hasValue(URI.create(RETURN));
    assertSignedOut();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: without a hint the user is asked: no")
  void asksAndStays() throws Exception {
    Answer page = browser.open("/connect/endsession");

    Answer answer = browser.send(page.form().press("logout-no"));

    assertThat(answer.has("still-signed-in")).isTrue();
    assertSignedIn();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: a user may come by themselves")
  void signsOutWithoutAClient() throws Exception {
    Answer page = browser.open("/logout");

    Answer answer = browser.send(page.form().press("logout-yes"));

    assertThat(answer.has("logged-out")).isTrue();
    assertThat(browser.open("/logout").has("logged-out")).isTrue();
    assertSignedOut();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/",
        "http://localhost:9091/signed-out/",
        "http://localhost:9091/signed-out?x=1",
        "http://localhost:9091/callback",
        "http://localhost:9090/signed-out",
        "//evil.test",
        "javascript:alert(1)"
      })
  @DisplayName("OIDC RP-Initiated Logout §3: an address that is not registered gets an error page")
  void refusesAnUnregisteredAddress(String uri) throws Exception {
    Refusals.isErrorPage(browser.open(web.logout(tokens.getIDToken(), uri, "x")));
    assertSignedIn();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §3: an address without a client is not followed")
  void followsNoAddressOfNobody() throws Exception {
    Answer page = browser.open("/connect/endsession?post_logout_redirect_uri=" + RETURN);

    Answer answer = browser.send(page.form().press("logout-yes"));

    assertThat(answer.has("logged-out")).isTrue();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §2: the hint of another session only asks")
  void asksWhereTheHintIsOfAnotherSession() throws Exception {
    Browser other = Actors.browser();
    OIDCTokens foreign = Actors.tokens(web, other, Actors.bob(), SCOPES);

    Answer page = browser.open(web.logout(foreign.getIDToken(), RETURN, "x"));

    assertThat(page.has("logout-yes")).isTrue();
    assertSignedIn();
  }

  @Test
  @DisplayName("OIDC RP-Initiated Logout §4: hints that are not ours, or another client's")
  void refusesForeignHints() throws Exception {
    String own = tokens.getIDTokenString();
    String accessToken = tokens.getAccessToken().getValue();

    for (String hint : new String[] {own + "A", "x", "eyJhbGciOiJub25lIn0.e30.", accessToken}) {
      Refusals.isErrorPage(browser.open("/connect/endsession?id_token_hint=" + hint));
    }
    Refusals.isErrorPage(
        browser.open("/connect/endsession?client_id=demo-web&id_token_hint=" + own));
    assertSignedIn();
  }

  @Test
  @DisplayName("RFC 9700 §4.7: the form of another browser signs nobody out")
  void refusesTheTicketOfAnotherBrowser() throws Exception {
    Browser attacker = Actors.signedIn(Actors.bob());
    Answer page = attacker.open("/logout");

    Answer answer = browser.send(page.form().press("logout-yes"));

    Refusals.isErrorPage(answer);
    assertSignedIn();
  }

  @Test
  @DisplayName("RFC 9700 §4.7: a form without or with a made-up ticket signs nobody out")
  void refusesAMadeUpTicket() throws Exception {
    URI logout = Actors.at("/logout");

    Refusals.isErrorPage(browser.follow(browser.post(logout, "action=yes")));
    Refusals.isErrorPage(browser.follow(browser.post(logout, "action=yes&ticket=AAAA")));
    assertSignedIn();
  }

  private void assertSignedIn() throws Exception {
    Attempt attempt = web.begin("openid").with("prompt", "none");
    assertThat(web.code(attempt, browser.open(attempt.uri()))).isNotNull();
  }

  private void assertSignedOut() throws Exception {
    assertThat(browser.cookies()).doesNotContainKey("gatehouse.session");
    Attempt attempt = web.begin("openid").with("prompt", "none");
    assertThat(web.error(attempt, browser.open(attempt.uri())).getCode())
        .isEqualTo("login_required");
  }
}
