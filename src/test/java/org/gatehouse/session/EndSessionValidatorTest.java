package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Requests.form;

import java.util.Optional;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OIDC RP-Initiated Logout §2: requests to sign out")
class EndSessionValidatorTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final TokenResponse tokens =
      gatehouse.token(webApp, Requests.code(gatehouse.code(browser)));
  private final String hint = tokens.idToken().orElseThrow();

  private EndSessionRequest validate(String... namesAndValues) {
    return gatehouse.endSession.validate(form(namesAndValues));
  }

  private void refuses(Refusal refusal, String... namesAndValues) {
    Refused.with(refusal, () -> validate(namesAndValues));
  }

  @Test
  void takesARequestThatSaysNothing() {
    EndSessionRequest request = gatehouse.endSession.validate(Parameters.none());

    assertThat(request.clientId()).isEmpty();
    assertThat(request.returnUri()).isEmpty();
    assertThat(request.isMeant(gatehouse.sessions.current(browser).orElseThrow())).isFalse();
  }

  @Test
  void sendsTheBrowserBackWithState() {
    EndSessionRequest request =
        validate(
            "id_token_hint",
            hint,
            "post_logout_redirect_uri",
            Clients.SIGNED_OUT,
            "state",
            "a b&c\r\nSet-Cookie: x");

    assertThat(request.clientId()).contains("web-app");
    assertThat(request.returnUri())
        .contains(Clients.SIGNED_OUT + "?state=a%20b%26c%0D%0ASet-Cookie%3A%20x");
  }

  @Test
  void meansTheSessionOfTheHintOnly() {
    EndSessionRequest request = validate("id_token_hint", hint);
    Browser other = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

    assertThat(request.isMeant(gatehouse.sessions.current(browser).orElseThrow())).isTrue();
    assertThat(request.isMeant(gatehouse.sessions.current(other).orElseThrow())).isFalse();
  }

  @Test
  void sendsNobodyAnywhereWithoutAClientToHoldTheUriAgainst() {
    assertThat(validate("post_logout_redirect_uri", Clients.SIGNED_OUT).returnUri()).isEmpty();
    assertThat(
            validate("client_id", "nobody", "post_logout_redirect_uri", Clients.SIGNED_OUT)
                .returnUri())
        .isEmpty();
    gatehouse.register(Clients.webApp().enabled(false));
    assertThat(
            validate("id_token_hint", hint, "post_logout_redirect_uri", Clients.SIGNED_OUT)
                .returnUri())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://rp.example.com/signed-out/",
        "https://rp.example.com/signed-out?x=1",
        "https://rp.example.com/SIGNED-OUT",
        "https://rp.example.com@evil.example/signed-out",
        "https://rp.example.com/callback",
        " https://rp.example.com/signed-out",
        "javascript:alert(1)"
      })
  void refusesAnAddressThatTheClientDidNotRegister(String uri) {
    refuses(
        Refusal.LOGOUT_URI_UNREGISTERED, "client_id", "web-app", "post_logout_redirect_uri", uri);
    refuses(
        Refusal.LOGOUT_URI_UNREGISTERED, "id_token_hint", hint, "post_logout_redirect_uri", uri);
  }

  @Test
  void refusesAHintThatIsNotAnIdTokenOfOurs() {
    refuses(Refusal.LOGOUT_HINT_INVALID, "id_token_hint", "x");
    refuses(Refusal.LOGOUT_HINT_INVALID, "id_token_hint", tokens.accessToken());
    refuses(Refusal.LOGOUT_HINT_INVALID, "id_token_hint", hint + "x");
  }

  @Test
  void refusesAHintOfAnotherClient() {
    gatehouse.register(Clients.otherApp());

    refuses(Refusal.LOGOUT_HINT_INVALID, "id_token_hint", hint, "client_id", "other-app");
    assertThat(validate("id_token_hint", hint, "client_id", "web-app").clientId())
        .contains("web-app");
  }

  @Test
  void refusesRepetitionAndExcess() {
    Refused.with(
        Refusal.REPEATED_PARAMETER,
        () -> gatehouse.endSession.validate(Parameters.parse("state=a&state=b", 10)));
    refuses(Refusal.PARAMETER_TOO_LONG, "state", "x".repeat(2_001));
    refuses(Refusal.PARAMETER_TOO_LONG, "post_logout_redirect_uri", "x".repeat(401));
  }

  @Nested
  @DisplayName("RFC 9700 §4.7: the ticket of the page")
  class Tickets {
    private final Browser other =
        new Browser(Optional.of(gatehouse.handles.next()), Optional.empty());
    private final EndSessionRequest request =
        validate("id_token_hint", hint, "post_logout_redirect_uri", Clients.SIGNED_OUT);
    private final String shown =
        gatehouse.logoutTickets.seal(request.in(gatehouse.browserIds.of(browser).hash()));

    @Test
    void keepTheRequest() {
      assertThat(gatehouse.logoutTickets.openAnywhere(gatehouse.logoutTickets.seal(request)))
          .isEqualTo(request);
      assertThat(gatehouse.logoutTickets.open(shown, browser).returnUri())
          .isEqualTo(request.returnUri());
    }

    @Test
    void openInTheBrowserOnlyThatShowedThePage() {
      Refused.with(Refusal.INTERACTION_INVALID, () -> gatehouse.logoutTickets.open(shown, other));
      Refused.with(
          Refusal.INTERACTION_INVALID,
          () -> gatehouse.logoutTickets.open(shown, Gatehouse.NO_BROWSER));
      Refused.with(
          Refusal.INTERACTION_INVALID,
          () -> gatehouse.logoutTickets.open(gatehouse.logoutTickets.seal(request), browser));
    }

    @Test
    void doNotOpenWhereTheyAreForgedOrForAnotherPage() {
      String interaction =
          gatehouse.interactions.seal(
              org.gatehouse.authorize.InteractionTicket.begin(
                  Requests.authorize(), gatehouse.clock.instant()));

      Refused.with(Refusal.INTERACTION_INVALID, () -> gatehouse.logoutTickets.openAnywhere("x"));
      Refused.with(
          Refusal.INTERACTION_INVALID, () -> gatehouse.logoutTickets.openAnywhere(interaction));
    }

    @Test
    void expire() {
      gatehouse.clock.advance(gatehouse.config.session().interactionLifetime());

      Refused.with(Refusal.INTERACTION_EXPIRED, () -> gatehouse.logoutTickets.open(shown, browser));
    }

    @Test
    void areMadeForAUserWhoAsksOnTheirOwn() {
      assertThat(gatehouse.logoutTickets.ofUser().returnUri()).isEmpty();
    }
  }
}
