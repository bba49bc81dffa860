package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Sha2;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.fixture.Tokens;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.session.Browser;
import org.gatehouse.token.IdTokens.Content;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("OIDC Core §2: ID tokens")
class IdTokensTest {
  private static final SignOn ALICE =
      new SignOn(People.ALICE, "sid-1", Keys.NOW.minusSeconds(90), List.of("pwd"), "local");

  private final Gatehouse gatehouse = new Gatehouse();

  private static Content content(Map<String, Object> userClaims) {
    return new Content(ALICE, Optional.of("n-1"), "the.access.token", userClaims, Keys.NOW);
  }

  private Tokens sign(Client client, Map<String, Object> userClaims) {
    return Tokens.read(gatehouse.idTokens.sign(client, content(userClaims)));
  }

  @Test
  void saysWhatTheSpecificationAsksFor() {
    Tokens token =
        sign(Clients.webApp().identityTokenLifetime(Duration.ofSeconds(77)).build(), Map.of());

    assertThat(token.header()).containsEntry("typ", "JWT").containsEntry("alg", "RS256");
    assertThat(token.claims())
        .containsEntry("iss", Gatehouse.ISSUER)
        .containsEntry("sub", People.ALICE)
        .containsEntry("aud", "web-app")
        .containsEntry("nonce", "n-1")
        .containsEntry("iat", Keys.NOW.getEpochSecond())
        .containsEntry("exp", Keys.NOW.getEpochSecond() + 77)
        .containsEntry("auth_time", Keys.NOW.getEpochSecond() - 90)
        .containsEntry("sid", "sid-1")
        .containsEntry("amr", List.of("pwd"))
        .containsEntry("idp", "local");
  }

  @ParameterizedTest
  @EnumSource(names = {"RS256", "PS384", "ES512"})
  @DisplayName("OIDC Core §3.1.3.6: at_hash by the hash of the algorithm")
  void hashesTheAccessTokenByTheAlgorithmOfTheClient(SigningAlgorithm algorithm) {
    Tokens token =
        sign(
            Clients.webApp().allowedIdentityTokenSigningAlgorithms(EnumSet.of(algorithm)).build(),
            Map.of());

    assertThat(token.header()).containsEntry("alg", algorithm.name());
    assertThat(token.claim("at_hash")).isEqualTo(Sha2.leftHalf(algorithm, "the.access.token"));
  }

  @Test
  void cannotBeForgedByAProfile() {
    Tokens token =
        sign(
            Clients.webApp().build(),
            Map.of(
                "sub", "root", "aud", "x", "nonce", "x", "acr", "gold", "sid", "x", "name", "A"));

    assertThat(token.claims())
        .containsEntry("sub", People.ALICE)
        .containsEntry("aud", "web-app")
        .containsEntry("nonce", "n-1")
        .containsEntry("sid", "sid-1")
        .containsEntry("name", "A")
        .doesNotContainKey("acr");
  }

  @Test
  void keepsTheTokenAndTheClaimsOutOfItsText() {
    assertThat(content(Map.of("name", "Alice"))).asString().doesNotContain("Alice", "access");
  }

  @Nested
  @DisplayName("OIDC Core §5.4: claims of scopes")
  class Scopes {
    private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

    @Test
    void comeFromUserinfo() {
      Client webApp = gatehouse.register(Clients.webApp());
      TokenResponse response = gatehouse.token(webApp, Requests.code(gatehouse.code(browser)));

      assertThat(Tokens.idToken(response).claims()).doesNotContainKey("name");
      assertThat(gatehouse.userinfo.answer(response.accessToken())).containsKey("name");
    }

    @Test
    void areInTheTokenWhereTheClientWantsThat() {
      Client webApp = gatehouse.register(Clients.webApp().alwaysIncludeUserClaimsInIdToken(true));
      TokenResponse response = gatehouse.token(webApp, Requests.code(gatehouse.code(browser)));

      assertThat(Tokens.idToken(response).claims())
          .containsEntry("name", "Alice Ä. Smith")
          .containsEntry("updated_at", 1_700_000_000L)
          .doesNotContainKey("email");
    }

    @Test
    void giveNoIdTokenWithoutOpenid() {
      Client webApp = gatehouse.register(Clients.webApp());
      TokenResponse response =
          gatehouse.token(
              webApp, Requests.code(gatehouse.code(browser, "scope", "orders.read profile")));

      assertThat(response.idToken()).isEmpty();
      Refused.with(
          Refusal.OPENID_SCOPE_NEEDED, () -> gatehouse.userinfo.answer(response.accessToken()));
    }
  }

  @Nested
  @DisplayName("RFC 6749 §5.1: the token response")
  class Response {
    @Test
    void isJsonInAStableOrder() {
      Client webApp = gatehouse.register(Clients.webApp());
      Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
      TokenResponse response =
          gatehouse.token(
              webApp,
              Requests.code(gatehouse.code(browser, "scope", "profile openid offline_access")));

      assertThat(response.toJson().keySet())
          .containsExactly(
              "id_token", "access_token", "token_type", "expires_in", "refresh_token", "scope");
      assertThat(response.toJson().getInt("expires_in")).isEqualTo(3600);
      assertThat(response.toJson().getString("scope")).isEqualTo("offline_access openid profile");
      assertThat(response.toString()).doesNotContain(response.accessToken());
    }

    @Test
    void saysScopeAlsoWhereThereIsOnlyAnAccessToken() {
      TokenResponse response =
          new TokenResponse(
              "x", Duration.ofSeconds(5), Set.of("a"), Optional.empty(), Optional.empty());

      assertThat(response.toJson())
          .hasToString(
              "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":5,\"scope\":\"a\"}");
    }
  }
}
