package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.User;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OIDC Core §5.3: userinfo")
class UserinfoTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

  private String token(String scope) {
    return response(scope).accessToken();
  }

  private TokenResponse response(String scope) {
    return gatehouse.token(webApp, Requests.code(gatehouse.code(browser, "scope", scope)));
  }

  private void refuses(String token) {
    Refused.with(Refusal.TOKEN_INVALID, () -> gatehouse.userinfo.answer(token));
  }

  @Test
  void tellsTheClaimsOfTheGrantedScopesWithSubFirst() {
    Map<String, Object> answer = gatehouse.userinfo.answer(token("openid profile email"));

    assertThat(answer.keySet())
        .containsExactly("sub", "email", "email_verified", "name", "updated_at");
    assertThat(answer).containsEntry("sub", People.ALICE).doesNotContainKey("department");
  }

  @Test
  void keepsTheTypesOfJson() {
    gatehouse.people.put(
        new User(
            People.ALICE,
            "alice",
            true,
            Map.of(
                "address",
                Map.of("locality", "Ulm", "lines", List.of("a", "b")),
                "updated_at",
                1_700_000_000L,
                "email_verified",
                false,
                "zoneinfo",
                "Europe/Berlin")));
    Client wide =
        gatehouse.register(
            Clients.webApp().allowedScopes(Set.of("openid", "profile", "email", "address")));
    String token =
        gatehouse
            .token(
                wide,
                Requests.code(gatehouse.code(browser, "scope", "openid profile email address")))
            .accessToken();

    assertThat(Json.createObjectBuilder(gatehouse.userinfo.answer(token)).build())
        .hasToString(
            ("{'sub':'sub-of-alice','address':"
                    + Json.createObjectBuilder(
                            Map.of("locality", "Ulm", "lines", List.of("a", "b")))
                        .build()
                    + ",'email_verified':false,'updated_at':1700000000,'zoneinfo':'Europe/Berlin'}")
                .replace('\'', '"'));
  }

  @Test
  void needsTheScopeOpenid() {
    String token = token("orders.read");

    Refused.with(Refusal.OPENID_SCOPE_NEEDED, () -> gatehouse.userinfo.answer(token));
  }

  @Test
  @DisplayName("RFC 6750 §3.1: what is revoked is invalid, whatever its scopes")
  void refusesARevokedTokenBeforeItLooksAtItsScopes() {
    String token = token("orders.read");
    gatehouse.logout.end(browser);

    refuses(token);
  }

  @Test
  void readsScopesThatAreAListToo() {
    Gatehouse other = new Gatehouse(Map.of("gatehouse.tokens.scope-as-string", "false"));
    Client client = other.register(Clients.webApp());
    Browser signedIn = other.signIn("alice", Gatehouse.NO_BROWSER);

    assertThat(
            other.userinfo.answer(
                other.token(client, Requests.code(other.code(signedIn))).accessToken()))
        .containsKeys("sub", "name");
  }

  @Nested
  @DisplayName("RFC 9068 §4: tokens that are not good here")
  class Refusals {
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "....."})
    void refusesWhatIsNoToken(String token) {
      refuses(token);
    }

    @Test
    void refusesAnIdTokenAndARefreshToken() {
      TokenResponse response = response("openid offline_access");

      refuses(response.idToken().orElseThrow());
      refuses(response.refreshToken().orElseThrow().value());
    }

    @Test
    void refusesAnIdTokenAlsoWhereBothAreOfTypeJwt() {
      Gatehouse other = new Gatehouse(Map.of("gatehouse.tokens.access-token-jwt-type", "JWT"));
      Client client = other.register(Clients.webApp());
      Browser signedIn = other.signIn("alice", Gatehouse.NO_BROWSER);
      TokenResponse response = other.token(client, Requests.code(other.code(signedIn)));

      Refused.with(
          Refusal.TOKEN_INVALID, () -> other.userinfo.answer(response.idToken().orElseThrow()));
      assertThat(other.hints.read(response.accessToken())).isEmpty();
      assertThat(other.hints.read(response.idToken().orElseThrow())).isPresent();
    }

    @Test
    void refusesATokenThatHasExpiredButForTheTolerance() {
      String token = token("openid");
      gatehouse.clock.advance(webApp.accessTokenLifetime());
      assertThat(gatehouse.userinfo.answer(token)).containsKey("sub");
      gatehouse.clock.advance(Duration.ofSeconds(5));

      refuses(token);
    }

    @Test
    @DisplayName("RFC 7519 §4.1.5: a token that begins later")
    void refusesATokenThatHasNotBegunButForTheTolerance() {
      String token = token("openid");
      gatehouse.clock.set(Keys.NOW.minusSeconds(5));
      assertThat(gatehouse.userinfo.answer(token)).containsKey("sub");
      gatehouse.clock.set(Keys.NOW.minusSeconds(6));

      refuses(token);
    }

    @Test
    void refusesTheTokenOfAnotherIssuer() {
      Gatehouse other = new Gatehouse(Map.of("gatehouse.issuer", "https://other.example.com"));
      other.register(Clients.webApp());
      String token = token("openid");

      Refused.with(Refusal.TOKEN_INVALID, () -> other.userinfo.answer(token));
    }

    @Test
    void refusesATokenWithoutClientSubjectOrEnd() {
      Map<String, Object> claims =
          new java.util.HashMap<>(
              Map.of(
                  "iss",
                  Gatehouse.ISSUER,
                  "sub",
                  People.ALICE,
                  "client_id",
                  "web-app",
                  "scope",
                  "openid",
                  "exp",
                  Keys.NOW.plusSeconds(60).getEpochSecond()));
      for (String name : List.of("iss", "sub", "client_id", "exp")) {
        Object kept = claims.remove(name);
        refuses(Keys.signer().sign(SigningAlgorithm.RS256, "at+jwt", claims));
        claims.put(name, kept);
      }

      assertThat(
              gatehouse.userinfo.answer(
                  Keys.signer().sign(SigningAlgorithm.RS256, "at+jwt", claims)))
          .containsKey("sub");
    }

    @Test
    void refusesTheTokenOfAUserOrClientThatIsNotActiveAnyMore() {
      String token = token("openid");
      gatehouse.register(Clients.webApp().enabled(false));
      refuses(token);
      gatehouse.register(Clients.webApp());
      gatehouse.people.deactivate(People.ALICE);
      refuses(token);
    }
  }

  @Nested
  @DisplayName("After sign-out")
  class SignOut {
    @Test
    void refusesTheTokenAlsoWhereThereIsNoRefreshToken() {
      String token = token("openid");
      gatehouse.logout.end(browser);

      refuses(token);
    }

    @Test
    void answersAClientWhoseTokensOutliveTheSession() {
      gatehouse.register(Clients.webApp().coordinateLifetimeWithUserSession(Optional.of(false)));
      String token = token("openid offline_access");
      gatehouse.logout.end(browser);

      assertThat(gatehouse.userinfo.answer(token)).containsKey("sub");
    }

    @Test
    void answersForAnotherSessionOfTheUser() {
      Browser second = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
      String token = token("openid");
      gatehouse.logout.end(second);

      assertThat(gatehouse.userinfo.answer(token)).containsKey("sub");
    }
  }
}
