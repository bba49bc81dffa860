package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.client.Caller;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Requests;
import org.gatehouse.fixture.Tokens;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7662 §2.2: what a caller is told of an access token")
class TokenIntrospectorTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp =
      gatehouse.register(
          Clients.webApp()
              .allowedScopes(Set.of("openid", "orders.read", "orders.write", "stock.read")));
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

  private String token(String scope) {
    return gatehouse
        .token(webApp, Requests.code(gatehouse.code(browser, "scope", scope)))
        .accessToken();
  }

  private Caller api(String name) {
    return new Caller.Api(gatehouse.catalogue.all().apiResource(name).orElseThrow());
  }

  private IntrospectionResponse answer(Caller caller, String token) {
    return gatehouse.introspector.answer(caller, token);
  }

  private void isInactive(Caller caller, String token) {
    assertThat(answer(caller, token).toJson()).hasToString("{\"active\":false}");
  }

  private void isActive(Caller caller, String token) {
    assertThat(answer(caller, token).members()).containsEntry("active", true);
  }

  /** A token of ours for the orders, with changes. */
  private static String signed(String typ, Map<String, Object> changes) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", Gatehouse.ISSUER);
    claims.put("aud", "orders");
    claims.put("sub", "web-app");
    claims.put("client_id", "web-app");
    claims.put("scope", "orders.read");
    claims.put("exp", Keys.NOW.plusSeconds(60).getEpochSecond());
    claims.putAll(changes);
    return Keys.signer().sign(SigningAlgorithm.RS256, typ, claims);
  }

  private static String signed(Map<String, Object> changes) {
    return signed("at+jwt", changes);
  }

  @Nested
  @DisplayName("an API")
  class Apis {
    @Test
    void isToldWhatItsTokenSays() {
      String token = token("openid orders.read");
      Map<String, Object> members = answer(api("orders"), token).members();
      Map<String, Object> claims = new HashMap<>(Tokens.read(token).claims());

      assertThat(members)
          .containsEntry("active", true)
          .containsEntry("scope", "orders.read")
          .containsEntry("token_type", "Bearer");
      claims.keySet().removeAll(Set.of("grant_id", "scope"));
      assertThat(claims)
          .containsKeys(
              "iss",
              "sub",
              "aud",
              "client_id",
              "exp",
              "nbf",
              "iat",
              "jti",
              "sid",
              "amr",
              "idp",
              "auth_time",
              "department");
      assertThat(members).containsAllEntriesOf(claims).hasSize(claims.size() + 3);
    }

    @Test
    void isToldOnlyItsOwnScopes() {
      String token = token("openid orders.read orders.write stock.read");

      assertThat(answer(api("orders"), token).members())
          .containsEntry("scope", "orders.read orders.write");
      assertThat(answer(api("stock"), token).members()).containsEntry("scope", "stock.read");
    }

    @Test
    void isToldScopesAsOneStringWhereTheTokenHasAnArray() {
      String token = signed(Map.of("scope", List.of("orders.write", "orders.read")));

      assertThat(answer(api("orders"), token).members())
          .containsEntry("scope", "orders.read orders.write");
    }

    @Test
    void isToldOfAClientThatActsForItself() {
      Client machine = gatehouse.register(Clients.machine());
      String token =
          gatehouse.token(machine, Requests.form("grant_type", "client_credentials")).accessToken();

      assertThat(answer(api("orders"), token).members())
          .containsEntry("active", true)
          .containsEntry("client_id", "machine")
          .doesNotContainKeys("sid", "auth_time");
    }

    @Test
    @DisplayName("RFC 8705 §3.2, RFC 8693 §4.1: whom the token is bound to, and who acts")
    void isToldOfBindingAndActor() {
      Map<String, Object> cnf = Map.of("x5t#S256", "thumbprint");
      Map<String, Object> act = Map.of("sub", "the-actor");
      String token = signed(Map.of("cnf", cnf, "act", act));

      assertThat(answer(api("orders"), token).members())
          .containsEntry("cnf", cnf)
          .containsEntry("act", act);
    }

    @Test
    void isNotDeceivedByClaimsOfTheNamesOfOurMembers() {
      String token = signed(Map.of("active", false, "token_type", "N_A"));

      assertThat(answer(api("orders"), token).members())
          .containsEntry("active", true)
          .containsEntry("token_type", "Bearer");
    }

    @Test
    @DisplayName("RFC 7662 §4: the token of another API is as good as unknown")
    void isToldNothingOfATokenThatIsNotForIt() {
      isInactive(api("stock"), token("openid orders.read"));
      isInactive(api("stock"), token("openid"));
    }

    @Test
    void isToldNothingWhereItGotTheScopeAfterTheTokenWasIssued() {
      String token = token("orders.read");
      gatehouse.catalogue.put(ApiResource.named("stock").scopes(Set.of("orders.read")).build());

      isInactive(api("stock"), token);
    }

    @Test
    void isToldNothingWhereItLostTheScopesOfTheToken() {
      String token = token("orders.read");
      gatehouse.catalogue.put(ApiResource.named("orders").scopes(Set.of("orders.write")).build());

      isInactive(api("orders"), token);
    }
  }

  @Nested
  @DisplayName("a client")
  class OfClients {
    @Test
    void isToldAllOfItsOwnToken() {
      assertThat(answer(new Caller.App(webApp), token("openid orders.read stock.read")).members())
          .containsEntry("active", true)
          .containsEntry("scope", "openid orders.read stock.read")
          .containsEntry("sub", People.ALICE);
    }

    @Test
    void isToldNothingOfTheTokenOfAnother() {
      isInactive(
          new Caller.App(gatehouse.register(Clients.otherApp())), token("openid orders.read"));
    }

    @Test
    void isToldAsAnApiOfItsNameWouldBe() {
      Caller stock = new Caller.App(gatehouse.register(Clients.otherApp().clientId("stock")));

      assertThat(answer(stock, token("openid orders.read stock.read")).members())
          .containsEntry("scope", "stock.read");
      isInactive(stock, token("openid orders.read"));
    }
  }

  @Nested
  @DisplayName("a token that is not good")
  class Bad {
    @ParameterizedTest
    @ValueSource(strings = {"x", ".", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", ".....", "a.b.c.d.e"})
    void isInactiveWhereItIsNoToken(String token) {
      isInactive(api("orders"), token);
      isInactive(new Caller.App(webApp), token);
    }

    @Test
    void isInactiveWhereItIsForged() {
      String good = signed(Map.of());
      String wider = signed(Map.of("scope", "orders.read orders.write"));
      isActive(api("orders"), good);

      int signature = wider.lastIndexOf('.');
      isInactive(
          api("orders"), wider.substring(0, signature) + good.substring(good.lastIndexOf('.')));
    }

    @Test
    void isInactiveWhereItIsAnIdToken() {
      String idToken =
          gatehouse
              .token(webApp, Requests.code(gatehouse.code(browser, "scope", "openid")))
              .idToken()
              .orElseThrow();

      isInactive(new Caller.App(webApp), idToken);
      isInactive(api("orders"), signed("JWT", Map.of()));
    }

    @Test
    void isInactiveWhereItIsOfAnotherIssuer() {
      isInactive(api("orders"), signed(Map.of("iss", "https://other.example.com")));
    }

    @Test
    void isInactiveWhereItHasExpiredButForTheTolerance() {
      String token = token("orders.read");
      gatehouse.clock.advance(webApp.accessTokenLifetime());
      isActive(api("orders"), token);
      gatehouse.clock.advance(Duration.ofSeconds(5));

      isInactive(api("orders"), token);
    }

    @Test
    void isInactiveBeforeItBegins() {
      isInactive(api("orders"), signed(Map.of("nbf", Keys.NOW.plusSeconds(6).getEpochSecond())));
    }

    @Test
    void isInactiveOnceItsAuthorizationIsRevoked() {
      String token = token("orders.read");
      gatehouse.revocation.revoke(webApp, (String) Tokens.read(token).claim("grant_id"));

      isInactive(api("orders"), token);
      isInactive(new Caller.App(webApp), token);
    }

    @Test
    void isInactiveOnceTheUserHasSignedOut() {
      String token = token("orders.read");
      gatehouse.logout.end(browser);

      isInactive(api("orders"), token);
    }

    @Test
    void isInactiveOnceTheUserIsNotActiveAnyMore() {
      String token = token("orders.read");
      gatehouse.people.deactivate(People.ALICE);

      isInactive(api("orders"), token);
    }

    @Test
    void isInactiveOnceItsClientIsNotEnabled() {
      String token = token("orders.read");
      gatehouse.register(Clients.webApp().enabled(false));

      isInactive(api("orders"), token);
    }
  }

  @Test
  void keepsWhatATokenSaysOutOfItsText() {
    assertThat(answer(api("orders"), token("orders.read")))
        .asString()
        .contains("active", "sub")
        .doesNotContain(People.ALICE);
  }
}
