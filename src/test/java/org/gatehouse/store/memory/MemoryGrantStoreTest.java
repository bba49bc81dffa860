package org.gatehouse.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.SettableClock;
import org.gatehouse.store.StoredGrant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Grants in memory")
class MemoryGrantStoreTest extends GrantStoreContract {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  @Override
  protected GrantStore store(Clock time) {
    return new MemoryGrantStore(time);
  }

  @Nested
  @DisplayName("what it holds")
  class Holding {
    private final SettableClock clock = new SettableClock(NOW);
    private final MemoryGrantStore memory = new MemoryGrantStore(clock);

    private GrantKey key(int number) {
      return GrantKey.of(GrantType.REFRESH_TOKEN, new Handle("h" + number));
    }

    private GrantKey keep(int number) {
      GrantKey key = key(number);
      memory.create(
          key,
          new StoredGrant(
              "grant" + number,
              "client",
              Optional.of("alice"),
              Optional.of("session"),
              clock.instant(),
              clock.instant().plusSeconds(60),
              ""));
      return key;
    }

    @Test
    void forgetsWhatExpiresUsedUpOrNot() {
      for (int i = 0; i < 100; i++) {
        GrantKey key = keep(i);
        if (i % 2 == 0) {
          memory.consume(key, "client");
        }
        clock.advance(Duration.ofSeconds(1));
      }

      assertThat(memory.size()).isEqualTo(59); // those of the last minute
      clock.advance(Duration.ofMinutes(1));
      assertThat(memory.isEmpty()).isTrue();
    }

    @Test
    void leavesNothingBehindInAnIndex() {
      memory.renew(keep(1), NOW.plusSeconds(600));
      memory.revoke(keep(2));
      StoredGrant third = memory.find(keep(3)).orElseThrow();
      memory.consume(key(3), "client", List.of(new NewGrant(key(5), third)));
      keep(4);
      memory.revokeAll(GrantFilter.ofSession(GrantType.REFRESH_TOKEN, "session"));

      assertThat(memory.isEmpty()).isTrue();
    }
  }
}
