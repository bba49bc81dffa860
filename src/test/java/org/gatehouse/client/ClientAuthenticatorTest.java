package org.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gatehouse.fixture.Requests.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.SharedSecrets;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Secret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §2.3: client authentication")
class ClientAuthenticatorTest {
  private static final Parameters NOTHING = form();

  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Client browserApp = gatehouse.register(Clients.browserApp());

  private Client authenticate(Optional<String> header, Parameters form) {
    return gatehouse.authenticator.authenticate(header, form);
  }

  private static Optional<String> basic(String clientId, String secret) {
    return raw(encoded(clientId) + ":" + encoded(secret));
  }

  private static Optional<String> raw(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Parameters post(String clientId, String secret) {
    return form("client_id", clientId, "client_secret", secret);
  }

  private void refuses(Refusal refusal, Optional<String> header, Parameters form) {
    Refused.with(refusal, () -> authenticate(header, form));
  }

  @Test
  void takesEachMethod() {
    assertThat(authenticate(basic("web-app", Clients.SECRET), NOTHING)).isEqualTo(webApp);
    assertThat(authenticate(Optional.empty(), post("web-app", Clients.SECRET))).isEqualTo(webApp);
    assertThat(authenticate(Optional.empty(), form("client_id", "browser-app")))
        .isEqualTo(browserApp);
  }

  @Test
  void refusesARequestWithoutAnything() {
    refuses(Refusal.CREDENTIALS_MISSING, Optional.empty(), NOTHING);
    refuses(Refusal.CREDENTIALS_MISSING, Optional.empty(), form("client_secret", Clients.SECRET));
  }

  @Test
  void refusesTwoMethodsAtOnce() {
    Optional<String> good = basic("web-app", Clients.SECRET);

    refuses(Refusal.CREDENTIALS_TWICE, good, post("web-app", Clients.SECRET));
    refuses(Refusal.CREDENTIALS_TWICE, good, form("client_secret", Clients.SECRET));
    refuses(Refusal.CREDENTIALS_TWICE, good, form("client_id", "browser-app"));
  }

  @Test
  void takesTheSameNameInTheBodyBesideTheHeader() {
    assertThat(authenticate(basic("web-app", Clients.SECRET), form("client_id", "web-app")))
        .isEqualTo(webApp);
  }

  @Nested
  @DisplayName("RFC 6749 §5.2: one answer, whatever is wrong")
  class Wrong {
    @Test
    void refusesAWrongSecretAnUnknownClientAndAPublicClientWithASecret() {
      for (String clientId : List.of("web-app", "nobody", "browser-app", "")) {
        refuses(
            Refusal.CREDENTIALS_WRONG, basic(clientId.isEmpty() ? "-" : clientId, "x"), NOTHING);
        if (!clientId.isEmpty()) {
          refuses(Refusal.CREDENTIALS_WRONG, Optional.empty(), post(clientId, "x"));
        }
      }
    }

    @Test
    void refusesAConfidentialClientThatOnlyNamesItself() {
      refuses(Refusal.CREDENTIALS_WRONG, Optional.empty(), form("client_id", "web-app"));
      refuses(Refusal.CREDENTIALS_WRONG, Optional.empty(), form("client_id", "nobody"));
    }

    @Test
    void refusesAnEmptySecretEvenWhereItsHashIsRegistered() {
      gatehouse.register(
          Clients.webApp().clientSecrets(List.of(Secret.shared(SharedSecrets.hash("")))));

      refuses(Refusal.CREDENTIALS_WRONG, basic("web-app", ""), NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "undefined", "0", " "})
    void refusesWordsThatStandForNothing(String secret) {
      gatehouse.register(Clients.webApp().clientSecrets(List.of()));

      refuses(Refusal.CREDENTIALS_WRONG, basic("web-app", secret), NOTHING);
      refuses(Refusal.CREDENTIALS_WRONG, Optional.empty(), post("web-app", secret));
    }

    @Test
    void refusesTheHashInPlaceOfTheSecret() {
      refuses(
          Refusal.CREDENTIALS_WRONG,
          basic("web-app", webApp.clientSecrets().get(0).value()),
          NOTHING);
    }

    @Test
    void refusesADisabledClient() {
      gatehouse.register(Clients.webApp().enabled(false));
      gatehouse.register(Clients.browserApp().enabled(false));

      refuses(Refusal.CREDENTIALS_WRONG, basic("web-app", Clients.SECRET), NOTHING);
      refuses(Refusal.CREDENTIALS_WRONG, Optional.empty(), form("client_id", "browser-app"));
    }

    @Test
    void comparesTheNameExactly() {
      refuses(Refusal.CREDENTIALS_WRONG, basic("Web-App", Clients.SECRET), NOTHING);
      refuses(Refusal.CREDENTIALS_WRONG, basic("web-app ", Clients.SECRET), NOTHING);
    }
  }

  @Nested
  @DisplayName("Several secrets, each with its end")
  class Expiring {
    private final Instant end = Keys.NOW.plusSeconds(60);

    private Secret secret(String plain, Optional<Instant> expiration) {
      return new Secret(
          SharedSecrets.hash(plain), Optional.empty(), expiration, Secret.SHARED_SECRET);
    }

    @Test
    void takesOldAndNewUntilTheOldOneExpires() {
      gatehouse.register(
          Clients.webApp()
              .clientSecrets(
                  List.of(secret("old", Optional.of(end)), secret("new", Optional.empty()))));
      assertThat(authenticate(basic("web-app", "old"), NOTHING).clientId()).isEqualTo("web-app");
      gatehouse.clock.set(end);

      refuses(Refusal.CREDENTIALS_WRONG, basic("web-app", "old"), NOTHING);
      assertThat(authenticate(basic("web-app", "new"), NOTHING).clientId()).isEqualTo("web-app");
    }
  }

  @Nested
  @DisplayName("RFC 7617 §2, RFC 6749 §2.3.1: the Authorization header")
  class Basic {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Basic",
          "Basic ",
          "Basic !!!",
          "Basic d2ViLWFwcA==", // no colon
          "Basic OnNlY3JldA==", // no name
          "Basic d2ViLWFwcDoleg==", // web-app:%z
          "Basic d2ViLWFwcDol", // web-app:%
          "Basic d2ViLWFwcDolMDA=", // web-app:%00
          "Basic d2ViLWFwcDr/", // a byte that is not ASCII
          "Bearer abc",
          "Digest username=\"web-app\"",
          "",
          "basicd2ViLWFwcDp4"
        })
    void refusesWhatIsNotWellFormed(String header) {
      refuses(Refusal.CREDENTIALS_MALFORMED, Optional.of(header), form("client_id", "web-app"));
    }

    @Test
    void refusesAVeryLongOneLikeAnyOther() {
      refuses(Refusal.CREDENTIALS_WRONG, raw("x".repeat(65_536) + ":y"), NOTHING);
    }

    @Test
    void readsTheSchemeWithoutRegardToCase() {
      Optional<String> header =
          basic("web-app", Clients.SECRET).map(h -> h.replace("Basic ", "bAsIc  "));

      assertThat(authenticate(header, NOTHING)).isEqualTo(webApp);
    }

    @Test
    void formDecodesBothHalves() {
      String hard = "a:b+c %/?&=ä€";
      gatehouse.register(
          Clients.webApp()
              .clientId("urn:web app")
              .clientSecrets(List.of(Secret.shared(SharedSecrets.hash(hard)))));

      assertThat(authenticate(basic("urn:web app", hard), NOTHING).clientId())
          .isEqualTo("urn:web app");
    }
  }

  @Test
  void keepsSecretsOutOfItsText() {
    assertThat(new PresentedCredentials.Basic("web-app", "hidden"))
        .asString()
        .contains("web-app")
        .doesNotContain("hidden");
    assertThat(new PresentedCredentials.Post("web-app", "hidden"))
        .asString()
        .contains("web-app")
        .doesNotContain("hidden");
  }

  @Test
  void refusesTwoMethodsOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ClientAuthenticationMethods(
                    List.of(new ClientSecretBasic(), new ClientSecretBasic())));
  }

  @Test
  @DisplayName("an unknown client takes as long as a wrong secret")
  void answersAnUnknownClientAndAWrongSecretInTheSameTime() {
    Optional<String> wrong = basic("web-app", "wrong");
    Optional<String> unknown = basic("nobody", "wrong");
    for (int i = 0; i < 2_000; i++) {
      nanos(wrong);
      nanos(unknown);
    }
    long[] wrongs = new long[2_000];
    long[] unknowns = new long[2_000];
    for (int i = 0; i < wrongs.length; i++) {
      wrongs[i] = nanos(wrong);
      unknowns[i] = nanos(unknown);
    }
    java.util.Arrays.sort(wrongs);
    java.util.Arrays.sort(unknowns);

    assertThat(Math.abs(wrongs[1_000] - unknowns[1_000])).isLessThan(1_000_000); // 1 ms
  }

  private long nanos(Optional<String> header) {
    long start = System.nanoTime();
    try {
      authenticate(header, NOTHING);
      throw new AssertionError();
    } catch (OAuthException e) {
      return System.nanoTime() - start;
    }
  }
}
