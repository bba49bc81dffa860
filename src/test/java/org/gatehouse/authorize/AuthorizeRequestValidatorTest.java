package org.gatehouse.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.gatehouse.fixture.Requests.authorize;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.RedirectUris;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.grant.CodeChallenge;
import org.gatehouse.session.Browser;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §4.1.1, OIDC Core §3.1.2.2: judging authorization requests")
class AuthorizeRequestValidatorTest {
  private final Gatehouse gatehouse = new Gatehouse();

  @BeforeEach
  void register() {
    gatehouse.register(Clients.webApp());
  }

  private ValidatedAuthorizeRequest validate(String... changes) {
    return gatehouse.validator.validate(authorize(changes));
  }

  private void shows(Refusal refusal, String... changes) {
    Refused.with(refusal, () -> validate(changes));
  }

  private ResponseTarget tells(Refusal refusal, String... changes) {
    return Refused.byRedirect(refusal, () -> validate(changes));
  }

  /** With something added to the query behind the parameters of a good request. */
  private AuthorizeRequest withQuery(String more) {
    String query = RedirectUris.encode(authorize().parameters().asMap()) + more;
    return new AuthorizeRequest(Parameters.parse(query, 100));
  }

  @Test
  void passesAGoodRequest() {
    ValidatedAuthorizeRequest request = validate("max_age", "60", "prompt", "login consent");

    assertThat(request.client().clientId()).isEqualTo("web-app");
    assertThat(request.target())
        .isEqualTo(
            new ResponseTarget(Clients.CALLBACK, ResponseMode.QUERY, Optional.of("the-state")));
    assertThat(request.scopes()).containsExactlyInAnyOrder("openid", "profile", "orders.read");
    assertThat(request.codeChallenge())
        .contains(new CodeChallenge(Requests.CHALLENGE, CodeChallenge.Method.S256));
    assertThat(request.maxAge()).contains(Duration.ofSeconds(60));
    assertThat(request.prompts()).containsExactlyInAnyOrder(Prompt.LOGIN, Prompt.CONSENT);
  }

  @Nested
  @DisplayName("RFC 6749 §4.1.2.1: until client and redirect URI are good, nothing is redirected")
  class FirstPhase {
    @Test
    void showsWhatIsWrongWithTheClient() {
      gatehouse.register(Clients.otherApp().enabled(false));

      shows(Refusal.CLIENT_ID_MISSING, "client_id", "");
      shows(Refusal.CLIENT_UNKNOWN, "client_id", "nobody");
      shows(Refusal.CLIENT_UNKNOWN, "client_id", "other-app");
      shows(Refusal.CLIENT_UNKNOWN, "client_id", "Web-App");
    }

    @Test
    void showsAMissingRedirectUriAlsoWhereOneIsRegistered() {
      shows(Refusal.REDIRECT_URI_MISSING, "redirect_uri", "");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.test/cb",
          "https://rp.example.com/CALLBACK",
          "https://RP.example.com/callback",
          "https://rp.example.com./callback",
          "https://rp.example.com/callback.evil",
          "https://rp.example.com/callback/../x",
          "https://rp.example.com/callback/..;/x",
          "https://rp.example.com/callback/%2e%2e/x",
          "https://rp.example.com/%63allback",
          "https://rp.example.com@evil.test/callback",
          "https://a@b@evil.test/",
          "https://evil.test\\@rp.example.com/callback",
          "https:\\\\rp.example.com/callback",
          " https://rp.example.com/callback",
          "https://rp.example.com/callback ",
          "https://rp.example.com/\tcallback",
          "https://rp.example.com/callback\n",
          "https://rp.example.com/callback?x=1",
          "https://rp.example.com/callback#",
          "https://rp.example.com/callback#a",
          "https://rp.example.com:443/callback",
          "https://rp.example.com:444/callback",
          "http://rp.example.com/callback",
          "JaVaScRiPt:alert(1)",
          "data:text/html,x",
          "https://r\u0440.example.com/callback",
          "https://rp\u3002example.com/callback",
          "\uff48ttps://rp.example.com/callback",
          "//rp.example.com/callback",
          "/callback"
        })
    void showsARedirectUriThatIsNotExactlyTheClients(String uri) {
      shows(Refusal.REDIRECT_URI_UNREGISTERED, "redirect_uri", uri);
      shows(Refusal.REDIRECT_URI_UNREGISTERED, "redirect_uri", uri, "response_mode", "form_post");
    }

    @Test
    @Timeout(5)
    void showsAVeryLongRedirectUri() {
      shows(Refusal.REDIRECT_URI_UNREGISTERED, "redirect_uri", "https://" + "x".repeat(65_536));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "&client_id=web-app",
          "&client_id=other-app",
          "&client_id=",
          "&redirect_uri=https%3A%2F%2Fevil.test%2F",
          "&redirect_uri=https%3A%2F%2Frp.example.com%2Fcallback"
        })
    void showsARepeatedClientOrRedirectUri(String more) {
      Refused.with(Refusal.REPEATED_PARAMETER, () -> gatehouse.validator.validate(withQuery(more)));
    }
  }

  @Nested
  @DisplayName("RFC 6749 §4.1.2.1: after that, the client is told")
  class SecondPhase {
    @Test
    void withItsStateAndByItsMode() {
      ResponseTarget target =
          tells(Refusal.SCOPE_MISSING, "scope", "", "response_mode", "fragment", "state", "s<>");

      assertThat(target)
          .isEqualTo(
              new ResponseTarget(Clients.CALLBACK, ResponseMode.FRAGMENT, Optional.of("s<>")));
    }

    @Test
    void withoutAStateThatCameTwiceOrIsTooLong() {
      assertThat(tells(Refusal.PARAMETER_TOO_LONG, "state", "x".repeat(2_001)).state()).isEmpty();
      assertThat(
              Refused.byRedirect(
                      Refusal.REPEATED_PARAMETER,
                      () -> gatehouse.validator.validate(withQuery("&state=other")))
                  .state())
          .isEmpty();
    }

    @Test
    void byTheDefaultModeWhereTheModeIsUnknownOrCameTwice() {
      assertThat(tells(Refusal.RESPONSE_MODE_UNKNOWN, "response_mode", "form_post.jwt").mode())
          .isEqualTo(ResponseMode.QUERY);
      assertThat(
              Refused.byRedirect(
                      Refusal.REPEATED_PARAMETER,
                      () ->
                          gatehouse.validator.validate(
                              withQuery("&response_mode=form_post&response_mode=query")))
                  .mode())
          .isEqualTo(ResponseMode.QUERY);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"&scope=openid", "&nonce=x", "&code_challenge=", "&unknown=1&unknown=2"})
    void ofAnyParameterThatCameTwice(String more) {
      Refused.byRedirect(
          Refusal.REPEATED_PARAMETER, () -> gatehouse.validator.validate(withQuery(more)));
    }

    @ParameterizedTest
    @CsvSource({"nonce, 301", "scope, 301", "login_hint, 101", "acr_values, 301", "custom, 2001"})
    void ofAParameterThatIsTooLong(String name, int length) {
      tells(Refusal.PARAMETER_TOO_LONG, name, "x".repeat(length));
    }

    @Test
    void ofEverythingThatIsNotSupported() {
      tells(Refusal.REQUEST_OBJECT, "request", "x.y.z");
      tells(Refusal.REQUEST_OBJECT_BY_REFERENCE, "request_uri", "https://127.0.0.1:9080/");
      tells(Refusal.REGISTRATION, "registration", "{}");
      gatehouse.register(Clients.webApp().requireRequestObject(true));
      tells(Refusal.REQUEST_OBJECT_REQUIRED);
    }
  }

  @Nested
  @DisplayName("RFC 6749 §3.1.1: response_type")
  class ResponseType {
    @Test
    void isCodeAndNothingElse() {
      tells(Refusal.RESPONSE_TYPE_MISSING, "response_type", "");
      for (String type :
          new String[] {"foo", "token", "code code", "id_token code", "CODE", " code"}) {
        tells(Refusal.RESPONSE_TYPE_UNKNOWN, "response_type", type);
      }
    }

    @Test
    void isNotForAClientWithoutTheCodeFlow() {
      gatehouse.register(Clients.webApp().allowedGrantTypes(Set.of("client_credentials")));

      tells(Refusal.RESPONSE_TYPE_NOT_ALLOWED);
    }
  }

  @Nested
  @DisplayName("RFC 6749 §3.3: scope")
  class Scope {
    @Test
    void isRefusedBeforeTheCodeWhereNoTokenCouldBeSigned() {
      gatehouse.register(
          Clients.webApp().allowedScopes(Set.of("openid", "stock.read", "orders.read")));
      api("stock", SigningAlgorithm.ES256);
      tells(Refusal.SCOPE_UNKNOWN, "scope", "openid stock.write");
      api("orders", SigningAlgorithm.PS256);

      tells(Refusal.NO_COMMON_ALGORITHM, "scope", "openid stock.read orders.read");
    }

    private void api(String name, SigningAlgorithm algorithm) {
      gatehouse.catalogue.put(
          ApiResource.named(name)
              .scopes(Set.of(name + ".read"))
              .allowedAccessTokenSigningAlgorithms(Set.of(algorithm))
              .build());
    }

    @Test
    void isThereWellFormedKnownAndAllowed() {
      tells(Refusal.SCOPE_MISSING, "scope", "");
      tells(Refusal.SCOPE_MISSING, "scope", "  ");
      tells(Refusal.SCOPE_MALFORMED, "scope", "openid\u00a0profile");
      tells(Refusal.SCOPE_MALFORMED, "scope", "openid \"x\"");
      tells(Refusal.SCOPE_UNKNOWN, "scope", "openid admin");
      tells(Refusal.SCOPE_UNKNOWN, "scope", "OpenID");
      tells(Refusal.SCOPE_NOT_ALLOWED, "scope", "openid stock.read");
      gatehouse.register(Clients.webApp().allowOfflineAccess(false));
      tells(Refusal.SCOPE_NOT_ALLOWED, "scope", "openid offline_access");
    }

    @Test
    void countsOnceWhatComesTwice() {
      assertThat(validate("scope", "openid  openid").scopes()).containsExactly("openid");
    }
  }

  @Nested
  @DisplayName("RFC 7636 §4.3: the code challenge")
  class Pkce {
    @Test
    void isRequired() {
      tells(Refusal.CODE_CHALLENGE_MISSING, "code_challenge", "");
      tells(Refusal.CODE_CHALLENGE_MISSING, "code_challenge", "", "code_challenge_method", "");
    }

    @Test
    void isRequiredOfAPublicClientWhateverItsSetting() {
      gatehouse.register(Clients.browserApp().requirePkce(false));

      tells(
          Refusal.CODE_CHALLENGE_MISSING,
          "client_id",
          "browser-app",
          "code_challenge",
          "",
          "code_challenge_method",
          "");
    }

    @Test
    void mayBeLeftOutByAConfidentialClientThatIsAllowedTo() {
      gatehouse.register(Clients.webApp().requirePkce(false));

      assertThat(validate("code_challenge", "", "code_challenge_method", "").codeChallenge())
          .isEmpty();
      tells(Refusal.CODE_CHALLENGE_MISSING, "code_challenge", ""); // a method alone is a downgrade
    }

    @Test
    void isS256UnlessTheClientMayDoPlain() {
      tells(Refusal.CODE_CHALLENGE_PLAIN, "code_challenge_method", "plain");
      tells(Refusal.CODE_CHALLENGE_PLAIN, "code_challenge_method", "");
      tells(Refusal.CODE_CHALLENGE_METHOD_UNKNOWN, "code_challenge_method", "s256");
      gatehouse.register(Clients.webApp().allowPlainTextPkce(true));
      assertThat(validate("code_challenge_method", "").codeChallenge())
          .map(CodeChallenge::method)
          .contains(CodeChallenge.Method.PLAIN);
    }

    @Test
    void isWellFormed() {
      for (String bad :
          new String[] {
            "x".repeat(42), "x".repeat(129), "x".repeat(42) + "=", "x".repeat(42) + "+"
          }) {
        tells(Refusal.CODE_CHALLENGE_MALFORMED, "code_challenge", bad);
      }
    }
  }

  @Nested
  @DisplayName("OIDC Core §3.1.2.1: parameters of OpenID Connect")
  class OpenId {
    @Test
    void knowsThePrompts() {
      assertThat(validate("prompt", "none").prompts()).containsExactly(Prompt.NONE);
      tells(Refusal.PROMPT_UNKNOWN, "prompt", "create");
      tells(Refusal.PROMPT_UNKNOWN, "prompt", "login  consent");
      tells(Refusal.PROMPT_UNKNOWN, "prompt", "LOGIN");
      tells(Refusal.PROMPT_NONE_COMBINED, "prompt", "none login");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"-1", "1.5", "1e3", "abc", "1000000000000000000000000000000", "+1", "１"})
    void knowsAMaxAge(String maxAge) {
      tells(Refusal.MAX_AGE_MALFORMED, "max_age", maxAge);
      assertThat(validate("max_age", "0").maxAge()).contains(Duration.ZERO);
    }

    @Test
    void knowsTheDisplays() {
      for (String display : new String[] {"page", "popup", "touch", "wap"}) {
        assertThatCode(() -> validate("display", display)).doesNotThrowAnyException();
      }
      tells(Refusal.DISPLAY_UNKNOWN, "display", "hologram");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"x", "[]", "\"x\"", "{", "{} {}", "{\"a\":1,\"a\":2}", "null", "{\"a\":NaN}"})
    void takesClaimsOnlyAsAJsonObject(String claims) {
      tells(Refusal.CLAIMS_MALFORMED, "claims", claims);
    }

    @Test
    @Timeout(5)
    void takesNoDeepClaims() {
      String deep = "{\"a\":".repeat(9) + "1" + "}".repeat(9);

      tells(Refusal.CLAIMS_MALFORMED, "claims", deep);
      tells(Refusal.CLAIMS_MALFORMED, "claims", "[".repeat(3_999));
      assertThatCode(() -> validate("claims", "{\"userinfo\":{\"email\":{\"essential\":true}}}"))
          .doesNotThrowAnyException();
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
      assertThatCode(
              () -> validate("ui_locales", "../../etc", "acr_values", "gold", "vendor", "<x>"))
          .doesNotThrowAnyException();
    }
  }

  @Nested
  @DisplayName("OIDC Core §3.1.2.1: id_token_hint")
  class Hint {
    private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

    private TokenResponse tokens() {
      return gatehouse.token(
          gatehouse.catalogue.find("web-app").orElseThrow(),
          Requests.code(gatehouse.code(browser)));
    }

    @Test
    void namesTheUserEvenAfterItExpired() {
      String hint = tokens().idToken().orElseThrow();
      gatehouse.clock.advance(Duration.ofDays(2));

      assertThat(validate("id_token_hint", hint).hintedSubject()).contains(People.ALICE);
    }

    @Test
    void isAnIdTokenOfOursForThisClient() {
      TokenResponse tokens = tokens();
      gatehouse.register(Clients.otherApp());

      tells(Refusal.ID_TOKEN_HINT_INVALID, "id_token_hint", "x.y.z");
      tells(Refusal.ID_TOKEN_HINT_INVALID, "id_token_hint", "eyJhbGciOiJub25lIn0.e30.");
      tells(Refusal.ID_TOKEN_HINT_INVALID, "id_token_hint", tokens.accessToken());
      tells(
          Refusal.ID_TOKEN_HINT_INVALID,
          "id_token_hint",
          tokens.idToken().orElseThrow(),
          "client_id",
          "other-app");
    }
  }
}
