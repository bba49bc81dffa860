package org.gatehouse.crypto.ring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.fixture.Keys.NOW;
import static org.gatehouse.fixture.Keys.master;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.store.SettableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The data-protection key ring")
class KeyRingTest {
  private static final KeyConfig CONFIG = Keys.config(Keys.NOWHERE);
  private static final Duration LIFETIME = Duration.ofDays(90);
  private static final Duration PROPAGATION = Duration.ofDays(2);

  private final MemoryKeyStore store = new MemoryKeyStore();
  private final SettableClock clock = new SettableClock(NOW);

  @Test
  void isMadeAtTheFirstStartAndReadAtTheNext() {
    RingKey first = ring().current();

    assertThat(store.findAll()).hasSize(1);
    assertThat(ring().current()).isEqualTo(first);
    assertThat(ring().byId(first.id())).contains(first);
  }

  @Test
  void knowsNoOtherKey() {
    assertThat(ring().byId("other")).isEmpty();
  }

  @Test
  void doesNotPrintItsKeys() {
    RingKey key = ring().current();

    assertThat(key).hasToString("RingKey[" + key.id() + "]");
    assertThat(store.findAll().get(0)).hasToString("SealedKey[ring 1]");
  }

  @Test
  void readsAgainAboutEachMinuteAndMoreOftenWherePropagationIsShort() {
    assertThat(ring().tickInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(
            ring(Map.of(
                    "gatehouse.key-ring.lifetime", "PT20S",
                    "gatehouse.key-ring.propagation", "PT5S"))
                .tickInterval())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Nested
  @DisplayName("the next key")
  class Next {
    @Test
    void isMadeBeforeTheLastOneExpires() {
      KeyRing ring = ring();
      RingKey first = ring.current();

      clock.set(first.expires().minus(PROPAGATION).minusSeconds(1));
      ring.tick();
      assertThat(store.findAll()).hasSize(1);

      clock.advance(Duration.ofSeconds(1));
      ring.tick();
      assertThat(store.findAll()).hasSize(2);
    }

    @Test
    void opensAtOnceAndSealsWhenEveryNodeHasReadIt() {
      KeyRing ring = ring();
      RingKey first = ring.current();
      clock.set(first.expires().minus(PROPAGATION));
      ring.tick();

      assertThat(ring.current()).isEqualTo(first);
      clock.advance(PROPAGATION.minusSeconds(1));
      assertThat(ring.current()).isEqualTo(first);
      clock.advance(Duration.ofSeconds(1));
      RingKey second = ring.current();
      assertThat(second.number()).isEqualTo(2);
      assertThat(second.expires()).isEqualTo(second.activates().plus(LIFETIME));
      assertThat(ring.byId(first.id())).contains(first);
    }

    @Test
    void isMadeOnceByManyNodes() {
      List<KeyRing> nodes = List.of(ring(), ring(), ring());
      nodes.forEach(KeyRing::load);
      clock.set(nodes.get(0).current().expires().minus(PROPAGATION));
      nodes.forEach(KeyRing::tick);

      assertThat(store.findAll(KeyKind.RING)).extracting(SealedKey::slot).containsExactly("1", "2");
    }

    @Test
    void comesAlsoWhenEveryNodeStoodStillForLong() {
      RingKey first = ring().current();
      clock.advance(Duration.ofDays(400));
      KeyRing later = ring();

      assertThat(later.current()).as("better an old key than none").isEqualTo(first);
      clock.advance(PROPAGATION);
      assertThat(later.current().number()).isEqualTo(2);
    }
  }

  @Nested
  @DisplayName("a key that is unknown")
  class Unknown {
    @Test
    void isLookedForOnceAtOnce() {
      KeyRing ring = ring();
      RingKey first = ring.current();
      KeyRing other = ring();
      clock.set(first.expires().minus(PROPAGATION));
      other.tick();
      clock.advance(PROPAGATION);

      assertThat(ring.byId(other.current().id())).contains(other.current());
    }

    @Test
    @DisplayName("attack 103: a flood of unknown names costs no reading each")
    void isNotLookedForAtEachRequest() {
      KeyRing ring = ring();
      ring.load();
      int before = store.reads();
      for (int i = 0; i < 10_000; i++) {
        assertThat(ring.byId("made up " + i)).isEmpty();
      }
      int once = store.reads() - before;

      assertThat(once).as("one reading of keys and marks").isEqualTo(2);
      clock.advance(Duration.ofSeconds(5));
      ring.byId("made up");
      assertThat(store.reads() - before).isEqualTo(2 * once);
    }

    @Test
    void isNothingWhileTheStoreIsAway() {
      KeyRing ring = ring();
      RingKey first = ring.current();
      store.away(true);

      assertThat(ring.byId("other")).isEmpty();
      assertThat(ring.byId(first.id())).contains(first);
    }
  }

  @Nested
  @DisplayName("revocation")
  class Revocation {
    @Test
    void takesAKeyFromEveryNode() {
      KeyRing other = ring();
      RingKey bad = other.current();

      KeyRing told = ring(Map.of("gatehouse.key-ring.revoked-keys", bad.id()));
      assertThat(told.byId(bad.id())).isEmpty();
      other.tick();
      assertThat(other.byId(bad.id())).isEmpty();
      assertThat(ring().byId(bad.id())).as("a node without the setting").isEmpty();
    }

    @Test
    void hasAnotherKeySealAtOnce() {
      RingKey bad = ring().current();
      KeyRing told = ring(Map.of("gatehouse.key-ring.revoked-keys", bad.id()));

      assertThat(told.current().number()).isEqualTo(2);
      assertThat(ring().current()).isEqualTo(told.current());
    }

    @Test
    void lastsWhereItsMarkIsDeleted() {
      KeyRing ring = ring();
      RingKey bad = ring.current();
      ring(Map.of("gatehouse.key-ring.revoked-keys", bad.id())).load();
      ring.tick();
      store.delete(KeyKind.MARK);
      ring.tick();

      assertThat(ring.byId(bad.id())).isEmpty();
      assertThat(ring.warning())
          .contains("The mark in memory ring-revoked-" + bad.id() + " is there no longer.");
    }

    @Test
    void refusesANameThatIsNoKey() {
      ring().load();

      refuses(
          ring(Map.of("gatehouse.key-ring.revoked-keys", "typo")),
          "gatehouse.key-ring.revoked-keys names typo, and there is no such key.");
    }
  }

  @Nested
  @DisplayName("what cannot be believed")
  class Disbelief {
    @Test
    void refusesARingOfAnotherMasterKey() {
      ring().load();

      refuses(
          new KeyRing(store, master(2), CONFIG, clock),
          "memory 1 is damaged or was sealed by another");
    }

    @Test
    void refusesAKeyOfAnotherPurpose() {
      byte[] key = RingKey.make(NOW, NOW, LIFETIME);
      store.create(new SealedKey(KeyKind.RING, "1", master(1).seal(Purpose.SIGNING_KEY, key)));

      refuses(ring(), "memory 1 is damaged");
    }

    @Test
    void refusesASealedKeyThatIsNone() {
      String envelope = master(1).seal(Purpose.DATA_KEY, "{}".getBytes(UTF_8));
      store.create(new SealedKey(KeyKind.RING, "1", envelope));

      refuses(ring(), "memory 1 is damaged");
    }

    @Test
    void namesEveryKeyThatDoesNotOpen() {
      ring().load();
      store.create(new SealedKey(KeyKind.RING, "2", ""));
      store.create(new SealedKey(KeyKind.RING, "3", "x"));

      refuses(ring(), "memory 2, memory 3: each is damaged");
      assertThat(store.findAll()).hasSize(3);
    }

    @Test
    void keepsTheLastGoodRingWhereTheStoreIsEmpty() {
      KeyRing ring = ring();
      RingKey first = ring.current();
      store.clear();
      ring.tick();

      assertThat(ring.current()).isEqualTo(first);
      assertThat(ring.warning())
          .contains("The data-protection key in memory 1 is there no longer.");
      assertThat(store.findAll()).as("no new ring silently").isEmpty();
    }

    @Test
    void keepsTheLastGoodRingWhereAKeyIsDamaged() {
      KeyRing ring = ring();
      RingKey first = ring.current();
      store.create(new SealedKey(KeyKind.RING, "2", "damaged"));
      ring.tick();

      assertThat(ring.current()).isEqualTo(first);
      assertThat(ring.warning()).get().asString().contains("memory 2 is damaged");
    }

    @Test
    void keepsTheLastGoodRingWhileTheStoreIsAwayUntilOthersMayUseANewOne() {
      KeyRing ring = ring();
      ring.load();
      store.away(true);
      clock.advance(PROPAGATION.minusSeconds(1));
      ring.tick();
      assertThat(ring.isStale()).isFalse();
      assertThat(ring.warning()).isPresent();

      clock.advance(Duration.ofSeconds(1));
      assertThat(ring.isStale()).isTrue();
      store.away(false);
      ring.tick();
      assertThat(ring.isStale()).isFalse();
      assertThat(ring.warning()).isEmpty();
    }
  }

  private KeyRing ring() {
    return new KeyRing(store, master(1), CONFIG, clock);
  }

  private KeyRing ring(Map<String, String> settings) {
    return new KeyRing(store, master(1), Keys.config(settings), clock);
  }

  private static void refuses(KeyRing ring, String part) {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(ring::load)
        .withMessageContaining(part)
        .satisfies(fault -> assertThat(fault.getStackTrace()).isEmpty());
  }
}
