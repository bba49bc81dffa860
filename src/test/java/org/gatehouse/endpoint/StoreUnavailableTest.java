package org.gatehouse.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.OAuthError;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 §15.6.4: a shared store that does not answer")
class StoreUnavailableTest {
  private static final String OFFLINE = "openid offline_access";

  private final AtomicBoolean isDown = new AtomicBoolean();
  private final Gatehouse gatehouse =
      new Gatehouse(Map.of(), clock -> new Interrupted(new MemoryGrantStore(clock), isDown));
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final Handle code = gatehouse.code(browser, "scope", OFFLINE);

  /** A store that fails while it is down. */
  private record Interrupted(GrantStore store, AtomicBoolean isDown) implements GrantStore {
    private GrantStore reached() {
      if (isDown.get()) {
        throw new StoreUnavailableException(new IllegalStateException("no connection"));
      }
      return store;
    }

    @Override
    public boolean create(GrantKey key, StoredGrant grant) {
      return reached().create(key, grant);
    }

    @Override
    public Optional<StoredGrant> find(GrantKey key) {
      return reached().find(key);
    }

    @Override
    public List<StoredGrant> findAll(GrantFilter filter) {
      return reached().findAll(filter);
    }

    @Override
    public Outcome<StoredGrant> consume(GrantKey key, String clientId, List<NewGrant> results) {
      return reached().consume(key, clientId, results);
    }

    @Override
    public boolean renew(GrantKey key, Instant expiresAt) {
      return reached().renew(key, expiresAt);
    }

    @Override
    public void revoke(GrantKey key) {
      reached().revoke(key);
    }

    @Override
    public void revokeAll(GrantFilter filter) {
      reached().revokeAll(filter);
    }
  }

  private void whileDown(ThrowingCallable call) {
    isDown.set(true);
    Refused.with(Refusal.STORE_UNAVAILABLE, call);
    isDown.set(false);
  }

  @Test
  void isAnsweredBy503AndWhenToComeAgain() {
    assertThat(JsonAnswers.status(Refusal.STORE_UNAVAILABLE)).isEqualTo(503);
    assertThat(JsonAnswers.body(Refusal.STORE_UNAVAILABLE))
        .contains("\"error\":\"temporarily_unavailable\"");
    assertThat(OAuthError.TEMPORARILY_UNAVAILABLE.retryAfter()).hasValue(2);
    assertThat(OAuthError.INVALID_GRANT.retryAfter()).isEmpty();
  }

  @Test
  void keepsItsCauseForTheLogAndHasNoTraceOfItsOwn() {
    Exception cause = new IllegalStateException("no connection");

    assertThat(new StoreUnavailableException(cause)).hasCause(cause).hasNoSuppressedExceptions();
    assertThat(new StoreUnavailableException(cause).getStackTrace()).isEmpty();
  }

  @Test
  void usesNoCodeUp() {
    whileDown(() -> gatehouse.token(webApp, Requests.code(code)));
    whileDown(() -> gatehouse.token(webApp, Requests.code(code, "code_verifier", "")));

    assertThat(gatehouse.token(webApp, Requests.code(code)).refreshToken()).isPresent();
  }

  @Test
  void usesNoRefreshTokenUp() {
    Handle token = gatehouse.token(webApp, Requests.code(code)).refreshToken().orElseThrow();
    whileDown(() -> gatehouse.token(webApp, Requests.refresh(token)));

    assertThat(gatehouse.token(webApp, Requests.refresh(token)).refreshToken()).isPresent();
  }

  @Test
  void isNoReasonToTakeAnAccessTokenForInvalid() {
    TokenResponse tokens = gatehouse.token(webApp, Requests.code(code));

    whileDown(() -> gatehouse.userinfo.answer(tokens.accessToken()));
  }

  @Test
  void isNoReasonToSendTheUserToSignInAgain() {
    whileDown(() -> gatehouse.code(browser));
  }
}
