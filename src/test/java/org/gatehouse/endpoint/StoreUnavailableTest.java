package org.gatehouse.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.InterruptedStore;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.OAuthError;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 §15.6.4: a shared store that does not answer")
class StoreUnavailableTest {
  private static final String OFFLINE = "openid offline_access";

  private final AtomicBoolean isDown = new AtomicBoolean();
  private final Gatehouse gatehouse =
      new Gatehouse(Map.of(), clock -> new InterruptedStore(new MemoryGrantStore(clock), isDown));
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final Handle code = gatehouse.code(browser, "scope", OFFLINE);

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
