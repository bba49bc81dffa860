package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A sign-out that the store interrupts")
class LogoutTest {
  private static final int NEVER = -1;

  /** Loses one of the changes that it is asked for, or the answer to it. */
  private static final class Interrupted extends MemoryGrantStore {
    private int changesUntilThen = NEVER;
    private boolean isDone;
    private int changes;

    Interrupted(Clock clock) {
      super(clock);
    }

    /** A change before and its answer afterwards; one of the two does not come. */
    private boolean change(Runnable change) {
      changes++;
      boolean fails = changesUntilThen-- == 0;
      if (!fails || isDone) {
        change.run();
      }
      if (fails) {
        throw new StoreUnavailableException(new IllegalStateException("no answer"));
      }
      return true;
    }

    @Override
    public boolean create(GrantKey key, StoredGrant grant) {
      return change(() -> super.create(key, grant));
    }

    @Override
    public void revoke(GrantKey key) {
      change(() -> super.revoke(key));
    }

    @Override
    public void revokeAll(GrantFilter filter) {
      change(() -> super.revokeAll(filter));
    }
  }

  private Interrupted store;
  private final Gatehouse gatehouse =
      new Gatehouse(
          Map.of(),
          clock -> {
            store = new Interrupted(clock);
            return store;
          });
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Client loose =
      gatehouse.register(Clients.otherApp().coordinateLifetimeWithUserSession(Optional.of(false)));
  private final Browser alices = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final String sessionId = gatehouse.signOn(alices).sessionId();

  private Handle refreshToken(Client client) {
    return gatehouse
        .token(
            client,
            Requests.code(
                gatehouse.code(
                    alices, "client_id", client.clientId(), "scope", "openid offline_access")))
        .refreshToken()
        .orElseThrow();
  }

  private boolean isInterrupted() {
    try {
      gatehouse.logout.end(alices);
      return false;
    } catch (StoreUnavailableException e) {
      return true;
    }
  }

  @ParameterizedTest(name = "change {0}, done: {1}")
  @CsvSource({
    "0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false",
    "4,true", "5,false", "5,true"
  })
  void isCompleteWhenItIsDoneAgain(int interruption, boolean isDone) {
    Handle token = refreshToken(webApp);
    Handle code = gatehouse.code(alices);
    Handle looseCode = gatehouse.code(alices, "client_id", loose.clientId());
    store.changesUntilThen = interruption;
    store.isDone = isDone;

    assertThat(isInterrupted()).isTrue();
    assertThat(isInterrupted()).isFalse();

    assertThat(gatehouse.sessions.current(alices)).isEmpty();
    assertThat(gatehouse.ended.ended(webApp, sessionId)).isTrue();
    assertThat(gatehouse.refreshTokens.find(token, webApp.clientId())).isEmpty();
    assertThat(gatehouse.codes.find(code, webApp.clientId())).isEmpty();
    assertThat(gatehouse.codes.find(looseCode, loose.clientId())).isEmpty();
  }

  @Test
  void hasNoFurtherChangeThatCouldBeLost() {
    refreshToken(webApp);
    store.changes = 0;
    gatehouse.logout.end(alices);

    assertThat(store.changes).as("those that are lost above").isEqualTo(6);
  }

  @Test
  void endsTheTokensOfAClientThatIsGone() {
    Handle token = refreshToken(loose);
    gatehouse.register(Clients.otherApp().enabled(false));
    gatehouse.logout.end(alices);
    gatehouse.register(Clients.otherApp().coordinateLifetimeWithUserSession(Optional.of(false)));

    Refused.with(
        Refusal.REFRESH_TOKEN_UNKNOWN, () -> gatehouse.token(loose, Requests.refresh(token)));
  }

  @Test
  void isCompletedByTheNextSignIn() {
    Handle token = refreshToken(webApp);
    store.changesUntilThen = 1;
    assertThat(isInterrupted()).isTrue();
    Browser again = gatehouse.signIn("alice", alices);

    assertThat(gatehouse.signOn(again).sessionId()).isNotEqualTo(sessionId);
    assertThat(gatehouse.sessions.current(alices)).isEmpty();
    assertThat(gatehouse.refreshTokens.find(token, webApp.clientId())).isEmpty();
  }

  @Test
  void endsAlsoWhatAnUnfinishedSignInLeft() {
    store.changesUntilThen = 1; // the new session is there, the old one not yet ended
    store.isDone = false;
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> gatehouse.signIn("alice", alices));
    assertThat(gatehouse.sessions.current(alices)).isPresent();
    gatehouse.logout.end(alices);

    assertThat(store.findAll(GrantFilter.ofSession(GrantType.USER_SESSION, sessionId))).isEmpty();
  }
}
