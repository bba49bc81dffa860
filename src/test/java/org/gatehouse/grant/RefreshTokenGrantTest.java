package org.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Tokens;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.User;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.TokenExpiration;
import org.gatehouse.model.configuration.TokenUsage;
import org.gatehouse.session.Browser;
import org.gatehouse.store.Race;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §6: refreshing an access token")
class RefreshTokenGrantTest {
  private static final String SCOPES = "openid profile orders.read orders.write offline_access";
  private static final Duration DAY = Duration.ofDays(1);

  private final Gatehouse gatehouse = new Gatehouse();
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private Client webApp = gatehouse.register(Clients.webApp());

  /** The refresh token of a new family. */
  private Handle family() {
    return first().refreshToken().orElseThrow();
  }

  private TokenResponse first() {
    return gatehouse.token(webApp, code(gatehouse.code(browser, "scope", SCOPES)));
  }

  private TokenResponse use(Handle handle, String... changes) {
    return gatehouse.token(webApp, refresh(handle, changes));
  }

  private Handle successor(Handle handle) {
    return use(handle).refreshToken().orElseThrow();
  }

  private void change(ClientBuilder client) {
    webApp = gatehouse.register(client);
  }

  @Test
  void issuesTokensForTheSameGrant() {
    TokenResponse first = first();
    gatehouse.clock.advance(Duration.ofMinutes(5));
    TokenResponse second = use(first.refreshToken().orElseThrow());

    assertThat(second.scopes()).isEqualTo(first.scopes());
    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(gatehouse.userinfo.answer(second.accessToken())).containsEntry("sub", People.ALICE);
  }

  @Test
  @DisplayName("OIDC Core §12.2: the ID token keeps sub, sid and auth_time, and has no nonce")
  void issuesAnIdTokenOfTheSameSignOn() {
    TokenResponse first = first();
    gatehouse.clock.advance(Duration.ofMinutes(5));
    Tokens before = Tokens.idToken(first);
    Tokens after = Tokens.idToken(use(first.refreshToken().orElseThrow()));

    assertThat(after.claims()).doesNotContainKey("nonce");
    assertThat(after.claim("iat")).isNotEqualTo(before.claim("iat"));
    for (String name : List.of("iss", "sub", "aud", "sid", "auth_time", "amr", "idp")) {
      assertThat(after.claim(name)).as(name).isEqualTo(before.claim(name));
    }
  }

  @Test
  void refusesARequestWithoutToken() {
    Refused.with(Refusal.MISSING_PARAMETER, () -> use(family(), "refresh_token", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", " ", "x"})
  void refusesATokenThatWasPadded(String padding) {
    Handle token = new Handle(family().value() + padding);

    Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(token));
  }

  @Test
  void refusesAnAccessTokenACodeAndAnIdToken() {
    TokenResponse first = first();

    Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(new Handle(first.accessToken())));
    Refused.with(
        Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(new Handle(first.idToken().orElseThrow())));
    Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(gatehouse.code(browser)));
  }

  @Test
  void refusesTheTokenOfAnotherClientAndLeavesItAlone() {
    Client other = gatehouse.register(Clients.otherApp());
    Handle token = family();

    Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> gatehouse.token(other, refresh(token)));
    assertThat(use(token).refreshToken()).isPresent();
  }

  @Test
  void leavesTheFamilyAloneWhereAnotherClientReplays() {
    Client other = gatehouse.register(Clients.otherApp());
    Handle used = family();
    Handle current = successor(used);

    Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> gatehouse.token(other, refresh(used)));
    assertThat(use(current).refreshToken()).isPresent();
  }

  @Test
  void refusesTheTokenOfAUserWhoIsNotActiveAnyMore() {
    Handle token = family();
    gatehouse.people.deactivate(People.ALICE);

    Refused.with(Refusal.USER_INACTIVE, () -> use(token));
  }

  @Test
  void refusesAClientThatHasLostOfflineAccess() {
    Handle token = family();
    change(Clients.webApp().allowedGrantTypes(Set.of("refresh_token")).allowOfflineAccess(false));

    Refused.with(Refusal.OFFLINE_ACCESS_WITHDRAWN, () -> use(token));
  }

  @Test
  void refusesAScopeThatTheClientHasLostAndUsesNothingUp() {
    Handle token = family();
    change(Clients.webApp().allowedScopes(Set.of("openid", "profile", "orders.read")));

    Refused.with(Refusal.SCOPE_NOT_ALLOWED, () -> use(token));
    assertThat(use(token, "scope", "openid orders.read").scopes())
        .containsExactly("openid", "orders.read");
  }

  @Nested
  @DisplayName("RFC 6749 §6: scope")
  class Narrowing {
    private final Handle token = family();

    @Test
    void narrowsTheAccessTokenOnly() {
      TokenResponse narrowed = use(token, "scope", "orders.read");
      TokenResponse whole = use(narrowed.refreshToken().orElseThrow());

      assertThat(narrowed.scopes()).containsExactly("orders.read");
      assertThat(narrowed.idToken()).isEmpty();
      assertThat(whole.scopes()).containsExactlyInAnyOrder(SCOPES.split(" "));
      assertThat(whole.idToken()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "openid email", "stock.read", "ORDERS.READ", " "})
    void refusesMoreThanWasGrantedAndUsesNothingUp(String scope) {
      Refused.with(Refusal.SCOPE_EXCEEDS_GRANT, () -> use(token, "scope", scope));
      assertThat(use(token).refreshToken()).isPresent();
    }

    @Test
    void refusesAMalformedScope() {
      Refused.with(Refusal.SCOPE_MALFORMED, () -> use(token, "scope", "openid \u00a0profile"));
    }

    @Test
    void tellsANarrowedTokenNoMoreOfTheUserThanItsScopesStandFor() {
      Tokens narrowed = Tokens.accessToken(use(token, "scope", "orders.read"));

      assertThat(narrowed.claims()).containsEntry("department", "sales").doesNotContainKey("level");
    }
  }

  @Nested
  @DisplayName("RFC 9700 §4.14.2: rotation")
  class Rotating {
    private final TokenResponse first = first();
    private final Handle token = first.refreshToken().orElseThrow();

    @Test
    void replacesTheTokenAtEveryUse() {
      Handle second = successor(token);
      Handle third = successor(second);

      assertThat(Set.of(token, second, third)).hasSize(3);
      assertThat(gatehouse.refreshTokens.find(third, "web-app").orElseThrow().token().generation())
          .isEqualTo(2);
    }

    @Test
    void revokesTheFamilyOfATokenThatComesAgain() {
      TokenResponse second = use(token);
      Handle newest = successor(second.refreshToken().orElseThrow());

      Refused.with(Refusal.REFRESH_TOKEN_REPLAYED, () -> use(token));
      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(newest));
      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(first.accessToken()));
      Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(second.accessToken()));
    }

    @Test
    void leavesOtherFamiliesAlone() {
      Handle other = family();
      use(token);
      Refused.with(Refusal.REFRESH_TOKEN_REPLAYED, () -> use(token));

      assertThat(use(other).refreshToken()).isPresent();
    }

    @Test
    void refusesASuccessorThatIsStoredAfterTheRevocation() {
      RefreshTokens.Live live = gatehouse.refreshTokens.find(token, "web-app").orElseThrow();
      gatehouse.revocation.revoke(webApp, live.token().grant().id());
      Handle late = gatehouse.refreshTokens.issue(live.token(), live.expiresAt());

      Refused.with(Refusal.REFRESH_TOKEN_REVOKED, () -> use(late));
    }

    @Test
    void hasAtMostOneChildOfARaceAndTheReplaysEndIt() throws InterruptedException {
      try (Race race = new Race(16, 1)) {
        List<Handle> children =
            race.run((round, racer) -> attempt()).get(0).stream()
                .flatMap(Optional::stream)
                .toList();

        assertThat(children).hasSizeLessThanOrEqualTo(1);
        children.forEach(
            child -> assertThatExceptionOfType(OAuthException.class).isThrownBy(() -> use(child)));
      }
    }

    private Optional<Handle> attempt() {
      try {
        return use(token).refreshToken();
      } catch (OAuthException e) {
        return Optional.empty();
      }
    }
  }

  @Nested
  @DisplayName("Expiry: absolute and sliding, for one use and for many")
  class Expiring {
    private ClientBuilder with(TokenUsage usage, TokenExpiration expiration) {
      return Clients.webApp()
          .refreshTokenUsage(usage)
          .refreshTokenExpiration(expiration)
          .absoluteRefreshTokenLifetime(DAY.multipliedBy(10))
          .slidingRefreshTokenLifetime(DAY.multipliedBy(4));
    }

    @ParameterizedTest
    @EnumSource
    void endsAtTheAbsoluteEndHoweverOftenItIsUsed(TokenUsage usage) {
      change(with(usage, TokenExpiration.ABSOLUTE));
      Handle token = family();
      for (int day = 1; day < 10; day++) {
        gatehouse.clock.advance(DAY);
        token = successor(token);
      }
      gatehouse.clock.advance(DAY);
      Handle last = token;

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(last));
    }

    @ParameterizedTest
    @EnumSource
    void endsWhereASlidingTokenIsNotUsed(TokenUsage usage) {
      change(with(usage, TokenExpiration.SLIDING));
      gatehouse.clock.advance(Duration.ZERO);
      Handle token = family();
      gatehouse.clock.advance(DAY.multipliedBy(3));
      Handle renewed = successor(token);
      gatehouse.clock.advance(DAY.multipliedBy(4));

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(renewed));
    }

    @ParameterizedTest
    @EnumSource
    void endsASlidingTokenAtTheAbsoluteEnd(TokenUsage usage) {
      change(with(usage, TokenExpiration.SLIDING));
      Handle token = family();
      for (int i = 0; i < 3; i++) {
        gatehouse.clock.advance(DAY.multipliedBy(3));
        token = successor(token);
      }
      gatehouse.clock.advance(DAY);
      Handle last = token;

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(last));
    }

    @ParameterizedTest
    @EnumSource
    void slidesWithoutEndWhereTheAbsoluteLifetimeIsZero(TokenUsage usage) {
      change(with(usage, TokenExpiration.SLIDING).absoluteRefreshTokenLifetime(Duration.ZERO));
      Handle token = family();
      for (int i = 0; i < 15; i++) {
        gatehouse.clock.advance(DAY.multipliedBy(3));
        token = successor(token);
      }

      assertThat(use(token).refreshToken()).isPresent();
    }

    @Test
    void givesATokenThatMayBeReusedBack() {
      change(with(TokenUsage.RE_USE, TokenExpiration.ABSOLUTE));
      Handle token = family();

      assertThat(successor(token)).isEqualTo(token);
      assertThat(successor(token)).isEqualTo(token);
    }

    @Test
    void doesNotRenewATokenThatIsRevokedMeanwhile() {
      change(with(TokenUsage.RE_USE, TokenExpiration.SLIDING));
      Handle token = family();
      gatehouse.logout.end(browser);

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(token));
    }
  }

  @Nested
  @DisplayName("Claims of the user in access tokens")
  class UpdatingClaims {
    private Object department(TokenResponse response) {
      return Tokens.accessToken(response).claim("department");
    }

    private void move(String department) {
      User alice = gatehouse.people.find(People.ALICE).orElseThrow();
      gatehouse.people.put(
          new User(
              alice.subject(),
              alice.username(),
              true,
              Map.of("department", department, "level", 8)));
    }

    @Test
    void stayAsTheyWereAtFirst() {
      Handle token = family();
      move("board");

      assertThat(department(use(token))).isEqualTo("sales");
    }

    @Test
    void areReadAnewWhereTheClientWantsThat() {
      change(Clients.webApp().updateAccessTokenClaimsOnRefresh(true));
      Handle token = family();
      move("board");

      assertThat(department(use(token))).isEqualTo("board");
    }

    @Test
    void areReadAnewAlsoWhereTheClientHasLostAScopeThatItDoesNotAskFor() {
      change(Clients.webApp().updateAccessTokenClaimsOnRefresh(true));
      Handle token = family();
      change(
          Clients.webApp()
              .updateAccessTokenClaimsOnRefresh(true)
              .allowedScopes(Set.of("openid", "profile", "orders.read")));
      move("board");

      assertThat(department(use(token, "scope", "openid orders.read"))).isEqualTo("board");
    }

    @Test
    void keepTheirNumbersAndBooleansThroughTheStore() {
      Tokens refreshed = Tokens.accessToken(use(successor(family())));

      assertThat(refreshed.claim("level")).isEqualTo(7L);
    }
  }

  @Nested
  @DisplayName("The end of the session")
  class SessionEnd {
    @Test
    void endsRefreshTokens() {
      Handle token = family();
      gatehouse.logout.end(browser);

      Refused.with(Refusal.REFRESH_TOKEN_UNKNOWN, () -> use(token));
    }

    @Test
    void leavesThoseOfAClientThatIsNotCoordinated() {
      change(Clients.webApp().coordinateLifetimeWithUserSession(Optional.of(false)));
      Handle token = family();
      gatehouse.logout.end(browser);

      assertThat(use(token).refreshToken()).isPresent();
    }

    @Test
    void endsATokenThatWasIssuedMeanwhile() {
      Handle token = family();
      gatehouse.ended.end(gatehouse.signOn(browser).sessionId());

      Refused.with(Refusal.SESSION_ENDED, () -> use(token));
    }
  }
}
