package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.ring.SealedJson;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.Consent;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OIDC Core §3.1.2.4: remembering consent")
class ConsentsTest {
  private final SettableClock clock = new SettableClock(Keys.NOW);
  private final Hindered store = new Hindered(clock);
  private final Consents consents =
      new Consents(
          store, new GrantPayloads(new SealedJson(Keys.protector())), new Handles(), clock);

  /** Keeps nothing more while it is full, and does something of another node's before it keeps. */
  private static final class Hindered extends MemoryGrantStore {
    private boolean full;
    private boolean endsNothing;
    private Runnable meanwhile = () -> {};

    private Hindered(SettableClock clock) {
      super(clock);
    }

    @Override
    public boolean create(GrantKey key, StoredGrant grant) {
      Runnable other = meanwhile;
      meanwhile = () -> {};
      other.run();
      return !full && super.create(key, grant);
    }

    @Override
    public void revokeAll(GrantFilter filter) {
      if (endsNothing) {
        throw new StoreUnavailableException(new IllegalStateException("no connection"));
      }
      super.revokeAll(filter);
    }
  }

  @Test
  void losesNoRememberedDecisionWhereTheNextOneCannotBeKept() {
    consents.remember(new Consent("alice", "web", Set.of("a"), Optional.empty()));
    store.full = true;

    Refused.with(
        Refusal.INTERNAL,
        () -> consents.remember(new Consent("alice", "web", Set.of("b"), Optional.empty())));

    assertThat(consents.cover("alice", "web", Set.of("a"))).isTrue();
  }

  @Test
  void takesAScopeBackAlsoWhereTheEarlierDecisionCannotBeEnded() {
    consents.remember(new Consent("alice", "web", Set.of("a", "b"), Optional.empty()));
    clock.advance(Duration.ofSeconds(1));
    store.endsNothing = true;

    Refused.with(
        Refusal.STORE_UNAVAILABLE,
        () -> consents.remember(new Consent("alice", "web", Set.of("a"), Optional.empty())));

    assertThat(consents.cover("alice", "web", Set.of("b"))).isFalse();
    assertThat(consents.cover("alice", "web", Set.of("a"))).isTrue();
  }

  @Test
  void lastsInTheNewestOfTwoThatMeet() {
    consents.remember(new Consent("alice", "web", Set.of("old"), Optional.empty()));
    store.meanwhile =
        () -> {
          clock.advance(Duration.ofMillis(1));
          consents.remember(new Consent("alice", "web", Set.of("a"), Optional.empty()));
        };

    consents.remember(new Consent("alice", "web", Set.of("b"), Optional.empty()));

    assertThat(consents.cover("alice", "web", Set.of("a"))).isTrue();
    assertThat(consents.cover("alice", "web", Set.of("old"))).isFalse();
  }
}
