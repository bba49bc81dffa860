package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.fixture.Keys.CLOCK;
import static org.gatehouse.fixture.Keys.NOW;
import static org.gatehouse.fixture.Keys.master;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.gatehouse.fixture.MemoryKeyStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The data-protection key ring")
class KeyRingTest {
  private final MemoryKeyStore store = new MemoryKeyStore();

  @Test
  void isMadeAtTheFirstStartAndReadAtTheNext() {
    KeyRing.Key first = ring().current();

    assertThat(store.findAll()).hasSize(1);
    assertThat(ring().current()).isEqualTo(first);
    assertThat(ring().byId(first.id())).contains(first);
  }

  @Test
  void knowsNoOtherKey() {
    assertThat(ring().byId("other")).isEmpty();
  }

  @Test
  void isReadOnce() {
    KeyRing ring = ring();
    ring.load();
    keep("2", "newer", NOW, NOW.plusSeconds(60));

    assertThat(ring.byId("newer")).isEmpty();
  }

  @Test
  void sealsWithTheNewestActiveKey() {
    keep("1", "old", NOW.minusSeconds(60), NOW.plusSeconds(60));
    keep("2", "new", NOW, NOW.plusSeconds(60));
    keep("3", "coming", NOW.plusSeconds(1), NOW.plusSeconds(60));

    assertThat(ring().current().id()).isEqualTo("new");
    assertThat(ring().byId("old")).isPresent();
    assertThat(ring().byId("coming")).isPresent();
  }

  @Test
  void sealsWithAnExpiredKeyRatherThanNotAtAll() {
    keep("1", "expired", NOW.minus(Duration.ofDays(2)), NOW);

    assertThat(ring().current().id()).isEqualTo("expired");
  }

  @Test
  void doesNotPrintItsKeys() {
    KeyRing.Key key = ring().current();

    assertThat(key).hasToString("Key[" + key.id() + "]");
    assertThat(store.findAll().get(0)).hasToString("SealedKey[1]");
  }

  @Test
  void refusesARingOfAnotherMasterKey() {
    ring().load();

    refuses(new KeyRing(store, master(2), CLOCK), "memory 1 is damaged or was sealed by another");
  }

  @Test
  void refusesAKeyOfAnotherPurpose() {
    store.create(new SealedKey("1", master(1).seal(Purpose.SIGNING_KEY, key("a", NOW, NOW))));

    refuses(ring(), "memory 1 is damaged");
  }

  @Test
  void refusesASealedKeyThatIsNone() {
    store.create(new SealedKey("1", master(1).seal(Purpose.DATA_KEY, "{}".getBytes(UTF_8))));

    refuses(ring(), "memory 1 is damaged");
  }

  @Test
  void refusesOneDamagedKeyAmongGoodOnes() {
    ring().load();
    store.create(new SealedKey("2", ""));

    refuses(ring(), "memory 2 is damaged");
    assertThat(store.findAll()).hasSize(2);
  }

  @Test
  void refusesAStoreThatKeepsNothing() {
    KeyRingStore forgetful =
        new KeyRingStore() {
          @Override
          public List<SealedKey> findAll() {
            return List.of();
          }

          @Override
          public boolean create(SealedKey key) {
            return true;
          }

          @Override
          public String location(String slot) {
            return "nowhere";
          }
        };

    refuses(new KeyRing(forgetful, master(1), CLOCK), "nowhere was kept but cannot be found");
  }

  private KeyRing ring() {
    return new KeyRing(store, master(1), CLOCK);
  }

  private void keep(String slot, String id, Instant activates, Instant expires) {
    byte[] plain = key(id, activates, expires);
    store.create(new SealedKey(slot, master(1).seal(Purpose.DATA_KEY, plain)));
  }

  private static byte[] key(String id, Instant activates, Instant expires) {
    try {
      OctetSequenceKey key =
          new OctetSequenceKeyGenerator(256)
              .keyID(id)
              .issueTime(Date.from(activates))
              .notBeforeTime(Date.from(activates))
              .expirationTime(Date.from(expires))
              .generate();
      return key.toJSONString().getBytes(UTF_8);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static void refuses(KeyRing ring, String part) {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(ring::load)
        .withMessageContaining(part)
        .satisfies(fault -> assertThat(fault.getStackTrace()).isEmpty());
  }
}
