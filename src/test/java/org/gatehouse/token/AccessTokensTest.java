package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Tokens;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientClaim;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.SignOn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 9068 §2: JWT access tokens")
class AccessTokensTest {
  private static final Instant SIGNED_IN = Keys.NOW.minusSeconds(90);

  private Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = Clients.webApp().build();

  private static Grant ofAlice(String... scopes) {
    return new Grant(
        "grant-1",
        "web-app",
        Set.of(scopes),
        Optional.of(new SignOn(People.ALICE, "sid-1", SIGNED_IN, List.of("pwd"), "local")));
  }

  private static Grant ofMachine(String... scopes) {
    return new Grant("grant-2", "web-app", Set.of(scopes), Optional.empty());
  }

  private Tokens sign(Client client, Grant grant, Map<String, Object> userClaims) {
    return Tokens.read(
        gatehouse.accessTokens.sign(
            client, grant, gatehouse.catalogue.find(grant.scopes()), userClaims, Keys.NOW));
  }

  private Tokens sign(Client client, Grant grant) {
    return sign(client, grant, Map.of());
  }

  @Test
  void saysWhatTheSpecificationAsksFor() {
    Tokens token = sign(webApp, ofAlice("openid", "orders.write", "orders.read"));

    assertThat(token.header()).containsEntry("typ", "at+jwt").containsEntry("alg", "RS256");
    assertThat(token.claims())
        .containsEntry("iss", Gatehouse.ISSUER)
        .containsEntry("sub", People.ALICE)
        .containsEntry("aud", "orders")
        .containsEntry("client_id", "web-app")
        .containsEntry("scope", "openid orders.read orders.write")
        .containsEntry("iat", Keys.NOW.getEpochSecond())
        .containsEntry("exp", Keys.NOW.plus(webApp.accessTokenLifetime()).getEpochSecond())
        .containsEntry("auth_time", SIGNED_IN.getEpochSecond())
        .containsEntry("amr", List.of("pwd"))
        .containsEntry("sid", "sid-1")
        .containsKey("jti");
  }

  @Test
  void namesAClientThatActsForItselfAsItsSubjectAndNoSignOn() {
    Tokens token = sign(webApp, ofMachine("orders.read"));

    assertThat(token.claims())
        .containsEntry("sub", "web-app")
        .doesNotContainKeys("auth_time", "amr", "sid", "idp", "grant_id");
  }

  @Test
  void tellsWhatItsScopesAndItsApisAskOfTheUser() {
    gatehouse.catalogue.put(
        ApiResource.named("orders")
            .scopes(Set.of("orders.read"))
            .userClaims(Set.of("email"))
            .build());

    assertThat(
            gatehouse.userClaims.ofApis(
                People.ALICE, webApp, gatehouse.catalogue.find(Set.of("orders.read", "profile"))))
        .containsOnlyKeys("department", "email");
  }

  @Test
  void hasAJwtIdOfItsOwnUnlessTheClientWantsNone() {
    Client without = Clients.webApp().includeJwtId(false).build();

    assertThat(sign(webApp, ofAlice("openid")).claim("jti"))
        .isNotEqualTo(sign(webApp, ofAlice("openid")).claim("jti"));
    assertThat(sign(without, ofAlice("openid")).claims()).doesNotContainKey("jti");
  }

  @Nested
  @DisplayName("RFC 9068 §2.2: aud and scope, as configured")
  class Forms {
    @Test
    void listsEveryApi() {
      assertThat(sign(webApp, ofAlice("orders.read", "stock.read")).claim("aud"))
          .isEqualTo(List.of("orders", "stock"));
    }

    @Test
    void namesTheResourcesOfThisServerWhereThereIsNoApi() {
      assertThat(sign(webApp, ofAlice("openid", "profile")).claim("aud"))
          .isEqualTo(Gatehouse.ISSUER + "/resources");
    }

    @Test
    void addsTheStaticAudience() {
      gatehouse = new Gatehouse(Map.of("gatehouse.tokens.static-audience", "true"));

      assertThat(sign(webApp, ofAlice("orders.read")).claim("aud"))
          .isEqualTo(List.of("orders", Gatehouse.ISSUER + "/resources"));
    }

    @Test
    void writesScopeAsAListAndTypAsConfigured() {
      gatehouse =
          new Gatehouse(
              Map.of(
                  "gatehouse.tokens.scope-as-string",
                  "false",
                  "gatehouse.tokens.access-token-jwt-type",
                  "JWT"));
      Tokens token = sign(webApp, ofAlice("profile", "openid"));

      assertThat(token.claim("scope")).isEqualTo(List.of("openid", "profile"));
      assertThat(token.header()).containsEntry("typ", "JWT");
    }
  }

  @Nested
  @DisplayName("RFC 9068 §4: an algorithm that every API accepts")
  class Algorithms {
    private void api(String name, String scope, SigningAlgorithm... algorithms) {
      gatehouse.catalogue.put(
          ApiResource.named(name)
              .scopes(Set.of(scope))
              .allowedAccessTokenSigningAlgorithms(Set.of(algorithms))
              .build());
    }

    @Test
    void isThatOfTheOneApi() {
      api("stock", "stock.read", SigningAlgorithm.ES256);

      assertThat(sign(webApp, ofAlice("stock.read")).header()).containsEntry("alg", "ES256");
    }

    @Test
    void isTheFirstInTheServersOrderThatAllAccept() {
      api("stock", "stock.read", SigningAlgorithm.ES256, SigningAlgorithm.PS256);
      api("orders", "orders.read", SigningAlgorithm.PS256, SigningAlgorithm.ES256);

      assertThat(sign(webApp, ofAlice("stock.read", "orders.read")).header())
          .containsEntry("alg", "PS256");
    }

    @Test
    void isRefusedWhereThereIsNone() {
      api("stock", "stock.read", SigningAlgorithm.ES256);
      api("orders", "orders.read", SigningAlgorithm.PS256);

      Refused.with(
          Refusal.NO_COMMON_ALGORITHM, () -> sign(webApp, ofAlice("stock.read", "orders.read")));
    }
  }

  @Nested
  @DisplayName("Claims of users and clients")
  class Claims {
    private static final Map<String, Object> FORGED =
        Map.of(
            "sub",
            "root",
            "iss",
            "evil",
            "aud",
            "everything",
            "scope",
            "admin",
            "client_id",
            "x",
            "exp",
            9_999_999_999L,
            "grant_id",
            "other",
            "cnf",
            Map.of("jkt", "x"),
            "team",
            "a");

    @Test
    void cannotForgeTheProtocols() {
      Tokens plain = sign(webApp, ofAlice("openid"));
      Tokens forged = sign(webApp, ofAlice("openid"), FORGED);

      assertThat(forged.claim("team")).isEqualTo("a");
      assertThat(forged.claims().keySet()).doesNotContain("cnf");
      for (String name : List.of("sub", "iss", "aud", "scope", "client_id", "exp", "grant_id")) {
        assertThat(forged.claim(name)).as(name).isEqualTo(plain.claim(name));
      }
    }

    @Test
    void cannotForgeTheProtocolsFromTheClientEither() {
      Client sly =
          Clients.webApp()
              .clientClaimsPrefix("")
              .alwaysSendClientClaims(true)
              .claims(List.of(new ClientClaim("sub", "root"), new ClientClaim("tier", "gold")))
              .build();
      Tokens token = sign(sly, ofAlice("openid"));

      assertThat(token.claims()).containsEntry("sub", People.ALICE).containsEntry("tier", "gold");
    }

    @Test
    void comeFromTheClientWhereItActsForItselfOrAlways() {
      List<ClientClaim> claims = List.of(new ClientClaim("tier", "gold"));
      Client sometimes = Clients.webApp().claims(claims).build();
      Client always = Clients.webApp().claims(claims).alwaysSendClientClaims(true).build();

      assertThat(sign(sometimes, ofMachine("orders.read")).claim("client_tier")).isEqualTo("gold");
      assertThat(sign(sometimes, ofAlice("openid")).claim("client_tier")).isNull();
      assertThat(sign(always, ofAlice("openid")).claim("client_tier")).isEqualTo("gold");
    }

    @Test
    void becomeAnArrayWhereThereAreSeveral() {
      Client client =
          Clients.webApp()
              .claims(List.of(new ClientClaim("role", "b"), new ClientClaim("role", "a")))
              .build();

      assertThat(sign(client, ofMachine("orders.read")).claim("client_role"))
          .isEqualTo(List.of("b", "a"));
    }

    @ParameterizedTest
    @CsvSource({
      "http://www.w3.org/2001/XMLSchema#integer, 42, 42",
      "http://www.w3.org/2001/XMLSchema#integer64, -7, -7",
      "http://www.w3.org/2001/XMLSchema#boolean, true, true",
    })
    void haveTheirJsonType(String type, String value, String json) {
      Client client = Clients.webApp().claims(List.of(new ClientClaim("c", value, type))).build();
      Object claim = sign(client, ofMachine("orders.read")).claim("client_c");

      assertThat(claim).isNotInstanceOf(String.class).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource({
      "http://www.w3.org/2001/XMLSchema#integer, twelve",
      "http://www.w3.org/2001/XMLSchema#integer, 99999999999999999999",
      "http://www.w3.org/2001/XMLSchema#string, 12",
      "'', true",
    })
    void stayTextWhereTheyAreNotOfTheirType(String type, String value) {
      Client client = Clients.webApp().claims(List.of(new ClientClaim("c", value, type))).build();

      assertThat(sign(client, ofMachine("orders.read")).claim("client_c")).isEqualTo(value);
    }
  }
}
