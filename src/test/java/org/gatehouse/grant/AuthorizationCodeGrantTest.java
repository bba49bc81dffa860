package org.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gatehouse.fixture.Requests.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.session.Browser;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.Race;
import org.gatehouse.token.TokenOrder;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §4.1.3: redeeming an authorization code")
class AuthorizationCodeGrantTest {
  private static final String OFFLINE = "openid profile orders.read offline_access";

  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Client otherApp = gatehouse.register(Clients.otherApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

  @Test
  void ordersWhatTheCodeIsWorth() {
    TokenOrder order = gatehouse.handlers.validate(webApp, code(gatehouse.code(browser)));

    assertThat(order.client()).isEqualTo(webApp);
    assertThat(order.grant().scopes())
        .containsExactlyInAnyOrder("openid", "profile", "orders.read");
    assertThat(order.grant().signOn()).contains(gatehouse.signOn(browser));
    assertThat(order.nonce()).contains("the-nonce");
  }

  @Test
  void issuesARefreshTokenForOfflineAccessOnly() {
    assertThat(gatehouse.token(webApp, code(gatehouse.code(browser))).refreshToken()).isEmpty();
    assertThat(
            gatehouse.token(webApp, code(gatehouse.code(browser, "scope", OFFLINE))).refreshToken())
        .isPresent();
  }

  @Test
  void refusesARequestWithoutCode() {
    Refused.with(
        Refusal.MISSING_PARAMETER,
        () -> gatehouse.token(webApp, code(gatehouse.code(browser), "code", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "=", "%00", "ÄÖ"})
  void refusesAnUnknownCode(String made) {
    Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, code(new Handle(made))));
  }

  @Test
  void refusesTheHandleOfAnotherKindOfGrant() {
    Handle refreshToken =
        gatehouse
            .token(webApp, code(gatehouse.code(browser, "scope", OFFLINE)))
            .refreshToken()
            .orElseThrow();

    Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, code(refreshToken)));
    Refused.with(
        Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, code(browser.session().orElseThrow())));
  }

  @Test
  void refusesAnExpiredCode() {
    Handle code = gatehouse.code(browser);
    gatehouse.clock.advance(webApp.authorizationCodeLifetime());

    Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void refusesACodeIssuedToAnotherClientAndDoesNotBurnIt() {
    Handle code = gatehouse.code(browser);

    Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(otherApp, code(code)));
    assertThat(gatehouse.token(webApp, code(code)).idToken()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://rp.example.com/callback/", "https://evil.example/"})
  void refusesAnotherRedirectUriOrNoneAndBurnsTheCode(String uri) {
    Handle code = gatehouse.code(browser);

    Refused.with(
        Refusal.REDIRECT_URI_DIFFERS,
        () -> gatehouse.token(webApp, code(code, "redirect_uri", uri)));
    Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void refusesAWrongVerifierAndBurnsTheCode() {
    Handle code = gatehouse.code(browser);

    Refused.with(
        Refusal.CODE_VERIFIER_WRONG,
        () -> gatehouse.token(webApp, code(code, "code_verifier", "x".repeat(43))));
    Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void refusesAVerifierForACodeWithoutChallenge() {
    gatehouse.register(Clients.webApp().requirePkce(false));
    Handle code = gatehouse.code(browser, "code_challenge", "", "code_challenge_method", "");

    Refused.with(Refusal.CODE_VERIFIER_UNEXPECTED, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void refusesTheCodeOfAUserWhoIsNotActiveAnyMore() {
    Handle code = gatehouse.code(browser);
    gatehouse.people.deactivate(People.ALICE);

    Refused.with(Refusal.USER_INACTIVE, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void burnsTheCodeOfAUserWhoIsNotActive() {
    Handle code = gatehouse.code(browser);
    gatehouse.people.deactivate(People.ALICE);
    Refused.with(Refusal.USER_INACTIVE, () -> gatehouse.token(webApp, code(code)));

    Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void usesTheCodeUpLastSoThatAFailureBeforeLeavesItGood() {
    Handle code = gatehouse.code(browser, "scope", OFFLINE);
    TokenOrder order = gatehouse.handlers.validate(webApp, code(code));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                order
                    .redemption()
                    .carryOut(
                        () -> {
                          throw new IllegalStateException("cannot sign");
                        }));

    assertThat(gatehouse.token(webApp, code(code)).refreshToken()).isPresent();
  }

  @Test
  void refusesACodeAfterSignOut() {
    Handle code = gatehouse.code(browser);
    gatehouse.logout.end(browser);

    Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void refusesACodeThatWasMintedWhileTheUserSignedOut() {
    String sessionId = gatehouse.signOn(browser).sessionId();
    Handle code = gatehouse.code(browser);
    gatehouse.ended.end(sessionId); // and the sign-out missed the code

    Refused.with(Refusal.SESSION_ENDED, () -> gatehouse.token(webApp, code(code)));
  }

  @Test
  void refusesAGrantTypeThatIsMissingUnknownOrNotAllowed() {
    Client machine = gatehouse.register(Clients.machine());

    Refused.with(
        Refusal.GRANT_TYPE_MISSING, () -> gatehouse.token(webApp, Requests.form("code", "x")));
    Refused.with(
        Refusal.GRANT_TYPE_UNKNOWN,
        () -> gatehouse.token(webApp, Requests.form("grant_type", "password")));
    Refused.with(
        Refusal.GRANT_TYPE_NOT_ALLOWED,
        () -> gatehouse.token(machine, code(gatehouse.code(browser))));
  }

  @Nested
  @DisplayName("RFC 6749 §4.1.2: a code that comes twice")
  class Replay {
    private final Handle code = gatehouse.code(browser, "scope", OFFLINE);

    @Test
    void isRefusedAgainAndAgain() {
      gatehouse.token(webApp, code(code));

      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));
      Refused.with(Refusal.CODE_UNKNOWN, () -> gatehouse.token(webApp, code(code)));
    }

    @Test
    void endsWhatTheFirstUseGot() {
      TokenResponse first = gatehouse.token(webApp, code(code));
      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));

      Refused.with(
          Refusal.REFRESH_TOKEN_UNKNOWN,
          () -> gatehouse.token(webApp, Requests.refresh(first.refreshToken().orElseThrow())));
      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
    }

    @Test
    void leavesOtherGrantsOfTheUserAlone() {
      Handle other = gatehouse.code(browser);
      gatehouse.token(webApp, code(code));
      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));

      assertThat(gatehouse.userinfo.answer(gatehouse.token(webApp, code(other)).accessToken()))
          .containsEntry("sub", People.ALICE);
    }

    @Test
    void isFoundOutWhereBothWereJudgedBeforeOneWasCarriedOut() {
      TokenOrder underWay = gatehouse.handlers.validate(webApp, code(code));
      TokenResponse first = gatehouse.token(webApp, code(code));

      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.issuer.issue(underWay));
      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
      Refused.with(
          Refusal.REFRESH_TOKEN_UNKNOWN,
          () -> gatehouse.token(webApp, Requests.refresh(first.refreshToken().orElseThrow())));
    }

    @Test
    void endsAlsoWhatTheFirstUseIsStillIssuing() {
      TokenOrder underWay = gatehouse.handlers.validate(webApp, code(code));
      gatehouse.token(webApp, code(code));
      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));

      Refused.with(Refusal.CODE_REVOKED, () -> gatehouse.issuer.issue(underWay));
    }

    @Test
    void isTheReasonThatCountsWhereTheSecondUseIsWrongInItself() {
      TokenResponse first = gatehouse.token(webApp, code(code));

      Refused.with(
          Refusal.CODE_REPLAYED,
          () -> gatehouse.token(webApp, code(code, "code_verifier", "x".repeat(43))));
      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
    }

    @Test
    void isRefusedWithASignOutThatComesBetween() {
      TokenOrder underWay = gatehouse.handlers.validate(webApp, code(code));
      gatehouse.logout.end(browser);

      Refused.with(Refusal.CODE_REVOKED, () -> gatehouse.issuer.issue(underWay));
      assertThat(gatehouse.grants.findAll(GrantFilter.ofGrant(underWay.grant().id()))).isEmpty();
    }

    @Test
    void isRefusedWithAnEndThatComesBetween() {
      TokenOrder underWay = gatehouse.handlers.validate(webApp, code(code));
      gatehouse.clock.advance(webApp.authorizationCodeLifetime());

      Refused.with(Refusal.CODE_REVOKED, () -> gatehouse.issuer.issue(underWay));
    }

    @Test
    void hasAtMostOneFamilyOfARaceAndTheReplaysEndIt() throws InterruptedException {
      try (Race race = new Race(16, 1)) {
        List<TokenResponse> won =
            race.run((round, racer) -> attempt()).get(0).stream()
                .flatMap(Optional::stream)
                .toList();

        assertThat(won).hasSizeLessThanOrEqualTo(1);
        won.forEach(
            first ->
                Refused.with(
                    Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken())));
      }
    }

    private Optional<TokenResponse> attempt() {
      try {
        return Optional.of(gatehouse.token(webApp, code(code)));
      } catch (OAuthException e) {
        return Optional.empty();
      }
    }

    @Test
    void isRememberedUntilTheLastOfItsTokensHasEnded() {
      Grant grant = gatehouse.handlers.validate(webApp, code(code)).grant();
      gatehouse.token(webApp, code(code));
      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(webApp, code(code)));
      gatehouse.clock.advance(Duration.ofSeconds(30));
      Instant now = gatehouse.clock.instant();
      Instant end = now.plus(webApp.absoluteRefreshTokenLifetime());
      Handle late = gatehouse.refreshTokens.issue(new RefreshToken(grant, now, 0, Map.of()), end);
      gatehouse.clock.set(end.minusSeconds(1));

      Refused.with(
          Refusal.REFRESH_TOKEN_REVOKED, () -> gatehouse.token(webApp, Requests.refresh(late)));
    }

    @Test
    void isRememberedForTheToleranceOfClocks() {
      Client brief = gatehouse.register(Clients.webApp().allowOfflineAccess(false));
      Handle plain = gatehouse.code(browser, "scope", "openid");
      TokenResponse first = gatehouse.token(brief, code(plain));
      Refused.with(Refusal.CODE_REPLAYED, () -> gatehouse.token(brief, code(plain)));
      gatehouse.clock.advance(brief.accessTokenLifetime());
      gatehouse.clock.advance(gatehouse.config.tokens().clockSkew().minusSeconds(1));

      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
    }

    @Test
    void isRefusedAlsoWhereTheCodeIsStoredAfterTheRevocation() {
      Grant grant = gatehouse.handlers.validate(webApp, code(code)).grant();
      gatehouse.revocation.revoke(webApp, grant.id());
      Handle late =
          gatehouse.codes.issue(
              new AuthorizationCode(
                  grant,
                  Clients.CALLBACK,
                  Optional.empty(),
                  Optional.empty(),
                  Duration.ofMinutes(5)));

      Refused.with(
          Refusal.CODE_REVOKED, () -> gatehouse.token(webApp, code(late, "code_verifier", "")));
    }
  }
}
