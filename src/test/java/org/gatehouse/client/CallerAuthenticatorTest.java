package org.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Requests.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.SharedSecrets;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiResourceBuilder;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Secret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7662 §2.1: who may ask about a token")
class CallerAuthenticatorTest {
  private static final String API_SECRET = "s3cret of the orders";

  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final ApiResource orders = put(orders());

  private static ApiResourceBuilder orders() {
    return ApiResource.named("orders")
        .scopes(Set.of("orders.read", "orders.write"))
        .apiSecrets(List.of(Secret.shared(SharedSecrets.hash(API_SECRET))));
  }

  private ApiResource put(ApiResourceBuilder api) {
    ApiResource built = api.build();
    gatehouse.catalogue.put(built);
    return built;
  }

  private static Optional<String> basic(String name, String secret) {
    byte[] pair = (name + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static Parameters post(String name, String secret) {
    return form("client_id", name, "client_secret", secret);
  }

  private Caller caller(Optional<String> header, Parameters form) {
    return gatehouse.callers.authenticate(header, form);
  }

  private void refuses(Refusal refusal, Optional<String> header, Parameters form) {
    Refused.with(refusal, () -> caller(header, form));
  }

  private void refusesAsWrong(String name, String secret) {
    refuses(Refusal.CREDENTIALS_WRONG, basic(name, secret.replace(' ', '+')), form());
    refuses(Refusal.CREDENTIALS_WRONG, Optional.empty(), post(name, secret));
  }

  @Test
  void takesAnApiByItsOwnSecretInTheHeaderAndInTheBody() {
    Caller expected = new Caller.Api(orders);

    assertThat(caller(basic("orders", API_SECRET.replace(' ', '+')), form())).isEqualTo(expected);
    assertThat(caller(Optional.empty(), post("orders", API_SECRET))).isEqualTo(expected);
  }

  @Test
  @DisplayName("the database may be away, and a name of an API is no client that is held")
  void looksNoClientUpForAnApi() {
    gatehouse.catalogue.lookUps();
    caller(Optional.empty(), post("orders", API_SECRET));

    assertThat(gatehouse.catalogue.lookUps()).isZero();
  }

  @Test
  void takesAClientAsTheTokenEndpointDoes() {
    assertThat(caller(Optional.empty(), post("web-app", Clients.SECRET)))
        .isEqualTo(new Caller.App(webApp));
  }

  @Test
  void tellsAnApiFromTheClientOfItsNameByTheSecret() {
    Client client = gatehouse.register(Clients.webApp().clientId("orders"));

    assertThat(caller(Optional.empty(), post("orders", Clients.SECRET)))
        .isEqualTo(new Caller.App(client));
    assertThat(caller(Optional.empty(), post("orders", API_SECRET)))
        .isEqualTo(new Caller.Api(orders));
  }

  @Test
  void takesTheApiWhereTheSecretIsTheSame() {
    gatehouse.register(
        Clients.webApp()
            .clientId("orders")
            .clientSecrets(List.of(Secret.shared(SharedSecrets.hash(API_SECRET)))));

    assertThat(caller(Optional.empty(), post("orders", API_SECRET)))
        .isEqualTo(new Caller.Api(orders));
  }

  @Test
  void refusesWhatIsWrongWithOneAnswer() {
    refusesAsWrong("orders", "wrong");
    refusesAsWrong("orders", Clients.SECRET);
    refusesAsWrong("orders", orders.apiSecrets().get(0).value());
    refusesAsWrong("web-app", API_SECRET);
    refusesAsWrong("nobody", API_SECRET);
    refusesAsWrong("stock", "x");
    refusesAsWrong("Orders", API_SECRET);
  }

  @Test
  void refusesAnApiThatIsNotEnabled() {
    put(orders().enabled(false));

    refusesAsWrong("orders", API_SECRET);
  }

  @Test
  void refusesASecretThatHasExpired() {
    put(
        orders()
            .apiSecrets(
                List.of(
                    new Secret(
                        SharedSecrets.hash(API_SECRET),
                        Optional.empty(),
                        Optional.of(Keys.NOW),
                        Secret.SHARED_SECRET))));

    refusesAsWrong("orders", API_SECRET);
  }

  @Test
  @DisplayName("RFC 7662 §2.1, §4: who only says a name could try tokens out")
  void refusesWhoOnlyNamesItself() {
    gatehouse.register(Clients.browserApp());

    for (String name : List.of("browser-app", "web-app", "orders", "nobody")) {
      refuses(Refusal.CREDENTIALS_MISSING, Optional.empty(), form("client_id", name));
    }
    refuses(Refusal.CREDENTIALS_MISSING, Optional.empty(), form());
  }

  @Test
  void refusesTwoMethodsAndOtherSchemesAsTheTokenEndpointDoes() {
    refuses(Refusal.CREDENTIALS_TWICE, basic("orders", "x"), post("orders", API_SECRET));
    refuses(Refusal.CREDENTIALS_MALFORMED, Optional.of("Bearer x"), form());
  }

  @Test
  @DisplayName("an unknown caller takes as long as a wrong secret")
  void answersAnUnknownCallerAndAWrongSecretInTheSameTime() {
    for (int i = 0; i < 2_000; i++) {
      nanos("orders");
      nanos("nobody");
    }
    long[] wrongs = new long[2_000];
    long[] unknowns = new long[2_000];
    for (int i = 0; i < wrongs.length; i++) {
      wrongs[i] = nanos("orders");
      unknowns[i] = nanos("nobody");
    }
    Arrays.sort(wrongs);
    Arrays.sort(unknowns);

    assertThat(Math.abs(wrongs[1_000] - unknowns[1_000])).isLessThan(1_000_000); // 1 ms
  }

  private long nanos(String name) {
    Parameters form = post(name, "wrong");
    long start = System.nanoTime();
    try {
      caller(Optional.empty(), form);
      throw new AssertionError();
    } catch (OAuthException e) {
      return System.nanoTime() - start;
    }
  }
}
