package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.SignOn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Signing in, and the session it makes")
class SignOnSessionsTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Browser alices = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

  @Test
  void knowsWhoIsSignedInWhenAndHow() {
    SignOn signOn = gatehouse.signOn(alices);

    assertThat(signOn.subject()).isEqualTo(People.ALICE);
    assertThat(signOn.authTime()).isEqualTo(gatehouse.clock.instant());
    assertThat(signOn.amr()).containsExactly("pwd");
    assertThat(signOn.idp()).isEqualTo("local");
    assertThat(signOn.sessionId()).isNotEqualTo(alices.session().orElseThrow().value());
  }

  @Test
  void knowsNobodyWithoutCookieOrByAHandleThatItDidNotMake() {
    Browser guessed = new Browser(Optional.empty(), Optional.of(new Handle("x".repeat(43))));

    assertThat(gatehouse.sessions.current(Gatehouse.NO_BROWSER)).isEmpty();
    assertThat(gatehouse.sessions.current(guessed)).isEmpty();
  }

  @Test
  void forgetsTheSessionAfterItsLifetime() {
    gatehouse.clock.advance(gatehouse.config.session().lifetime().minusMillis(1));
    assertThat(gatehouse.sessions.current(alices)).isPresent();
    gatehouse.clock.advance(Duration.ofMillis(1));

    assertThat(gatehouse.sessions.current(alices)).isEmpty();
  }

  @Test
  void refusesAWrongPasswordAnUnknownUserAndOneWhoIsNotActive() {
    gatehouse.people.deactivate(People.BOB);

    assertThat(gatehouse.sessions.signIn("alice", "wrong", alices)).isEmpty();
    assertThat(gatehouse.sessions.signIn("nobody", "nobodynobody", alices)).isEmpty();
    assertThat(gatehouse.sessions.signIn("bob", "bobbob", alices)).isEmpty();
    assertThat(gatehouse.signOn(alices).subject()).isEqualTo(People.ALICE);
  }

  @Nested
  @DisplayName("A second sign-in in the same browser: session fixation")
  class Again {
    @Test
    void givesTheSameUserANewHandleAndKeepsSid() {
      String sessionId = gatehouse.signOn(alices).sessionId();
      gatehouse.clock.advance(Duration.ofMinutes(1));
      Browser again = gatehouse.signIn("alice", alices);

      assertThat(again.session()).isNotEqualTo(alices.session());
      assertThat(gatehouse.sessions.current(alices)).isEmpty();
      assertThat(gatehouse.signOn(again).sessionId()).isEqualTo(sessionId);
      assertThat(gatehouse.signOn(again).authTime()).isEqualTo(gatehouse.clock.instant());
    }

    @Test
    void givesAnotherUserASessionOfTheirOwn() {
      String sessionId = gatehouse.signOn(alices).sessionId();
      Browser bobs = gatehouse.signIn("bob", alices);

      assertThat(gatehouse.sessions.current(alices)).isEmpty();
      assertThat(gatehouse.signOn(bobs).subject()).isEqualTo(People.BOB);
      assertThat(gatehouse.signOn(bobs).sessionId()).isNotEqualTo(sessionId);
    }

    @Test
    void endsWhatTheFormerUserGranted() {
      Client webApp = gatehouse.register(Clients.webApp());
      Handle unused = gatehouse.code(alices);
      Handle refreshToken =
          gatehouse
              .token(
                  webApp, Requests.code(gatehouse.code(alices, "scope", "openid offline_access")))
              .refreshToken()
              .orElseThrow();
      gatehouse.signIn("bob", alices);

      Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, Requests.code(unused)));
      Refused.with(
          Refusal.REFRESH_TOKEN_UNKNOWN,
          () -> gatehouse.token(webApp, Requests.refresh(refreshToken)));
    }

    @Test
    void doesNotTakeOverAHandleThatTheBrowserBrought() {
      Browser planted = new Browser(Optional.empty(), Optional.of(new Handle("p".repeat(43))));
      Browser signedIn = gatehouse.signIn("alice", planted);

      assertThat(signedIn.session()).isNotEqualTo(planted.session());
      assertThat(gatehouse.sessions.current(planted)).isEmpty();
    }
  }

  @Nested
  @DisplayName("OIDC RP-Initiated Logout §2: signing out")
  class SigningOut {
    private final Client webApp = gatehouse.register(Clients.webApp());
    private final Client loose =
        gatehouse.register(
            Clients.otherApp().coordinateLifetimeWithUserSession(Optional.of(false)));

    private Handle refreshToken(Client client) {
      return gatehouse
          .token(
              client,
              Requests.code(
                  gatehouse.code(
                      alices, "client_id", client.clientId(), "scope", "openid offline_access")))
          .refreshToken()
          .orElseThrow();
    }

    @Test
    void endsTheSessionAndWhatIsCoordinatedWithIt() {
      Handle tight = refreshToken(webApp);
      Handle kept = refreshToken(loose);
      gatehouse.logout.end(alices);

      assertThat(gatehouse.sessions.current(alices)).isEmpty();
      Refused.with(
          Refusal.REFRESH_TOKEN_UNKNOWN, () -> gatehouse.token(webApp, Requests.refresh(tight)));
      assertThat(gatehouse.token(loose, Requests.refresh(kept)).refreshToken()).isPresent();
    }

    @Test
    void followsTheSettingWhereTheClientSaysNothing() {
      Gatehouse lax =
          new Gatehouse(java.util.Map.of("gatehouse.session.coordinate-client-lifetimes", "false"));
      Client client = lax.register(Clients.webApp());
      Browser browser = lax.signIn("alice", Gatehouse.NO_BROWSER);
      Handle token =
          lax.token(client, Requests.code(lax.code(browser, "scope", "openid offline_access")))
              .refreshToken()
              .orElseThrow();
      lax.logout.end(browser);

      assertThat(lax.token(client, Requests.refresh(token)).refreshToken()).isPresent();
    }

    @Test
    void leavesTheOtherBrowsersOfTheUserAlone() {
      Browser second = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
      Handle token = refreshToken(webApp);
      gatehouse.logout.end(second);

      assertThat(gatehouse.sessions.current(alices)).isPresent();
      assertThat(gatehouse.token(webApp, Requests.refresh(token)).refreshToken()).isPresent();
    }

    @Test
    void endsTheTokensOfAClientThatIsDisabledMeanwhile() {
      Handle token = refreshToken(webApp);
      gatehouse.register(Clients.webApp().enabled(false));
      gatehouse.logout.end(alices);
      gatehouse.register(Clients.webApp());

      Refused.with(
          Refusal.REFRESH_TOKEN_UNKNOWN, () -> gatehouse.token(webApp, Requests.refresh(token)));
    }

    @Test
    void doesNothingWhereThereIsNoSession() {
      gatehouse.logout.end(Gatehouse.NO_BROWSER);
      gatehouse.logout.end(new Browser(Optional.empty(), Optional.of(new Handle("x"))));

      assertThat(List.of(alices)).allMatch(b -> gatehouse.sessions.current(b).isPresent());
    }
  }
}
