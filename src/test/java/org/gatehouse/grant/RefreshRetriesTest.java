package org.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Requests.code;
import static org.gatehouse.fixture.Requests.refresh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.TokenUsage;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.RefreshAnswer;
import org.gatehouse.session.Browser;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Race;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.token.TokenOrder;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9700 §4.14.2: the use of a refresh token that comes once more")
class RefreshRetriesTest {
  private static final String KEY = "gatehouse.tokens.refresh-retry-window";
  private static final String SCOPES = "openid orders.read offline_access";
  private static final Duration WINDOW = Duration.ofSeconds(30);

  private final Gatehouse gatehouse = new Gatehouse(Map.of(KEY, WINDOW.toString()));
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private Client webApp = gatehouse.register(Clients.webApp());
  private final Handle token = family(gatehouse, browser);

  private Handle family(Gatehouse server, Browser signedIn) {
    return server
        .token(webApp, code(server.code(signedIn, "scope", SCOPES)))
        .refreshToken()
        .orElseThrow();
  }

  private TokenResponse use(Handle handle, String... changes) {
    return gatehouse.token(webApp, refresh(handle, changes));
  }

  private void change(ClientBuilder client) {
    webApp = gatehouse.register(client);
  }

  private static GrantKey answerTo(Handle used) {
    return GrantKey.of(GrantType.REFRESH_ANSWER, used);
  }

  /** Refused as a replay, and with it everything that the authorization gave. */
  private void assertReplayEnds(TokenResponse first, String... changes) {
    Refused.with(Refusal.REFRESH_TOKEN_REPLAYED, () -> use(token, changes));
    Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(first.refreshToken().orElseThrow()));
    Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
    assertThat(gatehouse.grants.find(answerTo(token))).isEmpty();
  }

  @Nested
  @DisplayName("within the window")
  class InTime {
    @Test
    void hasTheSameAnswerAgainAndAgain() {
      TokenResponse first = use(token);

      assertThat(use(token)).isEqualTo(first);
      assertThat(use(token).toJson()).isEqualTo(first.toJson());
      assertThat(use(first.refreshToken().orElseThrow()).refreshToken()).isPresent();
    }

    @Test
    void hasTheSameTokensToTheLastInstantAndTellsWhatIsLeftOfTheirLife() {
      TokenResponse first = use(token);
      gatehouse.clock.advance(WINDOW.minusMillis(1));
      TokenResponse again = use(token);

      assertThat(again.expiresIn()).isEqualTo(first.expiresIn().minus(WINDOW.minusMillis(1)));
      assertThat(again)
          .isEqualTo(
              new TokenResponse(
                  first.accessToken(),
                  again.expiresIn(),
                  first.scopes(),
                  first.refreshToken(),
                  first.idToken()));
    }

    @Test
    void doesNotMoveTheWindow() {
      use(token);
      gatehouse.clock.advance(WINDOW.minusSeconds(1));
      use(token);
      gatehouse.clock.advance(Duration.ofSeconds(1));

      Refused.with(Refusal.REFRESH_TOKEN_REPLAYED, () -> use(token));
    }

    @Test
    void tellsNoMoreThanTheWholeLifeWhereAClockIsBehind() {
      TokenResponse first = use(token);
      gatehouse.clock.advance(Duration.ofSeconds(-10));

      assertThat(use(token)).isEqualTo(first);
    }

    @Test
    void tellsThatNothingIsLeftOfAnAccessTokenThatHasEnded() {
      change(Clients.webApp().accessTokenLifetime(Duration.ofSeconds(10)));
      TokenResponse first = use(token);
      gatehouse.clock.advance(Duration.ofSeconds(20));

      assertThat(use(token).expiresIn()).isZero();
      assertThat(use(token).refreshToken()).isEqualTo(first.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          SCOPES,
          "offline_access openid orders.read",
          " openid  orders.read offline_access"
        })
    void hasTheSameAnswerForTheSameScopesHoweverTheyAreWritten(String scope) {
      TokenResponse first = use(token);

      assertThat(use(token, "scope", scope)).isEqualTo(first);
    }

    @Test
    void hasTheSameNarrowedAnswer() {
      TokenResponse first = use(token, "scope", "orders.read");

      assertThat(first.idToken()).isEmpty();
      assertThat(use(token, "scope", "orders.read")).isEqualTo(first);
    }

    @Test
    void isAnsweredAtEveryStepOfTheFamily() {
      Handle second = use(token).refreshToken().orElseThrow();
      TokenResponse third = use(second);

      assertThat(use(second)).isEqualTo(third);
    }

    @Test
    void keepsTheAnswerSealed() {
      TokenResponse first = use(token);
      StoredGrant kept = gatehouse.grants.find(answerTo(token)).orElseThrow();

      assertThat(kept.payload())
          .doesNotContain(first.accessToken(), first.refreshToken().orElseThrow().value());
      assertThat(kept.expiresAt()).isEqualTo(gatehouse.clock.instant().plus(WINDOW));
      assertThat(
              new RefreshAnswer("a", Keys.NOW, WINDOW, Set.of("s"), Optional.of("i"), "r")
                  .toString())
          .isEqualTo("RefreshAnswer[s]");
    }

    @Test
    void keepsNoAnswerOfATokenThatMayBeReused() {
      change(Clients.webApp().refreshTokenUsage(TokenUsage.RE_USE));
      use(token);

      assertThat(gatehouse.grants.find(answerTo(token))).isEmpty();
    }
  }

  @Nested
  @DisplayName("at the same moment")
  class Racing {
    @Test
    void hasTheAnswerOfTheOneThatWasFirst() {
      TokenOrder one = gatehouse.handlers.validate(webApp, refresh(token));
      TokenOrder other = gatehouse.handlers.validate(webApp, refresh(token));
      TokenResponse first = gatehouse.issuer.issue(other);

      assertThat(gatehouse.issuer.issue(one)).isEqualTo(first);
    }

    @Test
    void isAReplayWhereItIsForOtherScopes() {
      TokenOrder narrow =
          gatehouse.handlers.validate(webApp, refresh(token, "scope", "orders.read"));
      TokenResponse first = use(token);

      Refused.with(Refusal.REFRESH_TOKEN_REPLAYED, () -> gatehouse.issuer.issue(narrow));
      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
    }

    @Test
    void givesAllTheSameAndTheFamilyOneSuccessor() throws InterruptedException {
      String grantId = gatehouse.handlers.validate(webApp, refresh(token)).grant().id();
      try (Race race = new Race(16, 1)) {
        List<TokenResponse> answers = race.run((round, racer) -> use(token)).get(0);

        assertThat(Set.copyOf(answers)).hasSize(1);
      }
      assertThat(gatehouse.grants.findAll(GrantFilter.ofGrant(grantId)))
          .hasSize(2); // the successor and the answer
    }
  }

  @Nested
  @DisplayName("is a replay")
  class Replaying {
    @Test
    void afterTheWindow() {
      TokenResponse first = use(token);
      gatehouse.clock.advance(WINDOW);

      assertReplayEnds(first);
    }

    @Test
    void whereTheSuccessorWasUsed() {
      TokenResponse first = use(token);
      TokenResponse second = use(first.refreshToken().orElseThrow());

      assertReplayEnds(first);
      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(second.refreshToken().orElseThrow()));
    }

    @Test
    void whereTheSuccessorWasRevoked() {
      TokenResponse first = use(token);
      gatehouse.grants.revoke(
          GrantKey.of(GrantType.REFRESH_TOKEN, first.refreshToken().orElseThrow()));

      assertReplayEnds(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "orders.read", SCOPES + " email", "caf\u00e9"})
    void whereOtherScopesAreAskedFor(String scope) {
      TokenResponse first = use(token);

      assertReplayEnds(first, "scope", scope);
    }

    @Test
    void whereTheFirstUseWasNarrowed() {
      TokenResponse first = use(token, "scope", "openid");

      assertReplayEnds(first);
    }

    @Test
    void atOnceWhereTheWindowIsOff() {
      Gatehouse strict = new Gatehouse();
      strict.register(Clients.webApp());
      Handle used = family(strict, strict.signIn("alice", Gatehouse.NO_BROWSER));
      TokenOrder underWay = strict.handlers.validate(webApp, refresh(used));
      strict.token(webApp, refresh(used));

      assertThat(strict.grants.find(answerTo(used))).isEmpty();
      Refused.with(Refusal.REFRESH_TOKEN_REPLAYED, () -> strict.issuer.issue(underWay));
    }
  }

  @Nested
  @DisplayName("is refused without an answer")
  class Refusing {
    private final TokenResponse first = use(token);

    @Test
    void toAnotherClientWhichEndsNothing() {
      Client other = gatehouse.register(Clients.otherApp());

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> gatehouse.token(other, refresh(token)));
      assertThat(use(token)).isEqualTo(first);
    }

    @Test
    void whereTheAuthorizationIsRevoked() {
      String grantId = gatehouse.handlers.validate(webApp, refresh(token)).grant().id();
      gatehouse.revocation.revoke(webApp, grantId);

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(token));
      assertThat(gatehouse.grants.find(answerTo(token))).isEmpty();
    }

    @Test
    void afterASignOut() {
      gatehouse.logout.end(browser);

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(token));
    }

    @Test
    void afterASignOutThatMissedTheToken() {
      gatehouse.ended.end(gatehouse.signOn(browser).sessionId());

      Refused.with(Refusal.SESSION_ENDED, () -> use(token));
    }

    @Test
    void toAClientWhoseUserIsNotActiveAnyMore() {
      gatehouse.people.deactivate(People.ALICE);

      Refused.with(Refusal.USER_INACTIVE, () -> use(token));
    }

    @Test
    void toAClientThatHasLostOfflineAccess() {
      change(Clients.webApp().allowedGrantTypes(Set.of("refresh_token")).allowOfflineAccess(false));

      Refused.with(Refusal.OFFLINE_ACCESS_WITHDRAWN, () -> use(token));
    }
  }
}
