package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.gatehouse.client.Caller;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.InterruptedStore;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.gatehouse.store.StoreAwayException;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Introspection while the shared store is away")
class StoreAwayTest {
  private final StoreAwayException certain = new StoreAwayException(new Exception(), true);
  private final StoreAwayException doubtful = new StoreAwayException(new Exception(), false);

  private final AtomicBoolean isDown = new AtomicBoolean();
  private final Gatehouse gatehouse =
      new Gatehouse(Map.of(), clock -> new InterruptedStore(new MemoryGrantStore(clock), isDown));
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final TokenResponse tokens =
      gatehouse.token(
          webApp,
          Requests.code(gatehouse.code(browser, "scope", "openid offline_access orders.read")));
  private final Handle refreshToken = tokens.refreshToken().orElseThrow();
  private final Caller app = new Caller.App(webApp);
  private final Caller orders = api("orders");

  private Caller api(String name) {
    return new Caller.Api(gatehouse.catalogue.all().apiResource(name).orElseThrow());
  }

  private IntrospectionResponse answer(Caller caller, String token) {
    return gatehouse.introspector.answer(caller, token);
  }

  @Test
  void answersForAJwtThatVerifiesAsBefore() {
    IntrospectionResponse toApi = answer(orders, tokens.accessToken());
    IntrospectionResponse toApp = answer(app, tokens.accessToken());
    isDown.set(true);

    assertThat(answer(orders, tokens.accessToken())).isEqualTo(toApi);
    assertThat(answer(app, tokens.accessToken())).isEqualTo(toApp);
    assertThat(toApi.members()).containsEntry("active", true);
  }

  @Test
  void answersForAJwtThatWasRevokedAsAnApiThatVerifiesItWouldDecide() {
    gatehouse.logout.end(browser);
    assertThat(answer(orders, tokens.accessToken())).isEqualTo(IntrospectionResponse.INACTIVE);
    isDown.set(true);
    assertThat(answer(orders, tokens.accessToken()).members()).containsEntry("active", true);
    isDown.set(false);

    assertThat(answer(orders, tokens.accessToken())).isEqualTo(IntrospectionResponse.INACTIVE);
  }

  @Test
  void acceptsNoJwtThatItWouldNotAcceptOtherwise() {
    isDown.set(true);
    String forged = tokens.accessToken().replaceAll("[^.]*$", "AAAA");

    assertThat(answer(orders, forged)).isEqualTo(IntrospectionResponse.INACTIVE);
    assertThat(answer(api("stock"), tokens.accessToken()))
        .isEqualTo(IntrospectionResponse.INACTIVE);
    gatehouse.clock.advance(webApp.accessTokenLifetime().plusSeconds(5));
    assertThat(answer(orders, tokens.accessToken())).isEqualTo(IntrospectionResponse.INACTIVE);
  }

  @Test
  void answersForAClientThatActsForItselfAndNeedsNoStore() {
    Client machine = gatehouse.register(Clients.machine());
    isDown.set(true);
    String token =
        gatehouse.token(machine, Requests.form("grant_type", "client_credentials")).accessToken();

    assertThat(answer(orders, token).members()).containsEntry("active", true);
    gatehouse.register(Clients.machine().enabled(false));
    assertThat(answer(orders, token)).isEqualTo(IntrospectionResponse.INACTIVE);
  }

  @Test
  @DisplayName("RFC 9110 §15.6.4: a refresh token is refused for now, and is not called inactive")
  void refusesARefreshTokenUntilTheStoreIsBack() {
    isDown.set(true);
    Refused.with(Refusal.STORE_UNAVAILABLE, () -> answer(app, refreshToken.value()));
    Refused.with(Refusal.STORE_UNAVAILABLE, () -> answer(app, "unknown"));
    isDown.set(false);

    assertThat(answer(app, refreshToken.value()).members()).containsEntry("active", true);
  }

  @Test
  void tellsAnApiOfARefreshTokenWhatItAlwaysTells() {
    isDown.set(true);

    assertThat(answer(orders, refreshToken.value())).isEqualTo(IntrospectionResponse.INACTIVE);
  }

  @Test
  void takesOnlyTheAbsenceOfTheStoreForIt() {
    assertThat(StoreAway.holdsOrStoreIsAway(() -> true)).isTrue();
    assertThat(StoreAway.holdsOrStoreIsAway(() -> false)).isFalse();
    assertThat(StoreAway.holdsOrStoreIsAway(() -> fail(certain))).isTrue();
    Refused.with(
        Refusal.STORE_UNAVAILABLE,
        () ->
            StoreAway.holdsOrStoreIsAway(
                () -> fail(new StoreUnavailableException(new Exception("busy")))));
    Refused.with(
        Refusal.INTERNAL,
        () -> StoreAway.holdsOrStoreIsAway(() -> fail(new OAuthException(Refusal.INTERNAL))));
  }

  @Test
  @DisplayName("the first call that a silent store leaves without an answer does not know it yet")
  void asksOnceMoreWhereACallHadNoLuck() {
    StoreUnavailableException unlucky = new StoreUnavailableException(new Exception("slow"));

    assertThat(StoreAway.holdsOrStoreIsAway(first(unlucky, () -> false))).isFalse();
    assertThat(StoreAway.holdsOrStoreIsAway(first(unlucky, () -> true))).isTrue();
    assertThat(StoreAway.holdsOrStoreIsAway(first(unlucky, () -> fail(certain)))).isTrue();
  }

  @Test
  @DisplayName("what only seems away may be back, or was only slow once")
  void asksUntilItIsCertainThatTheStoreIsAway() {
    assertThat(StoreAway.holdsOrStoreIsAway(first(doubtful, () -> false))).isFalse();
    assertThat(StoreAway.holdsOrStoreIsAway(first(doubtful, () -> true))).isTrue();
    assertThat(StoreAway.holdsOrStoreIsAway(first(doubtful, () -> fail(certain)))).isTrue();
  }

  @Test
  void answersNothingWhereItDoesNotBecomeCertain() {
    Refused.with(
        Refusal.STORE_UNAVAILABLE, () -> StoreAway.holdsOrStoreIsAway(() -> fail(doubtful)));
  }

  private static BooleanSupplier first(RuntimeException failure, BooleanSupplier then) {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    return () -> isFirst.getAndSet(false) ? fail(failure) : then.getAsBoolean();
  }

  private static boolean fail(RuntimeException failure) {
    throw failure;
  }
}
