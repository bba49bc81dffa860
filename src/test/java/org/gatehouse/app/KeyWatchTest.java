package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Keys.NOW;
import static org.gatehouse.fixture.Keys.master;

import java.time.Duration;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.ring.Canary;
import org.gatehouse.crypto.ring.DataProtector;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.store.SettableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Looking after keys")
class KeyWatchTest {
  private static final KeyConfig CONFIG = Keys.config(Keys.NOWHERE, SigningAlgorithm.ES256);

  private final MemoryKeyStore store = new MemoryKeyStore();
  private final MemoryKeyStore shared = new MemoryKeyStore();
  private final SettableClock clock = new SettableClock(NOW);
  private final KeyMaterial keys = node(store);
  private final KeyWatch watch = new KeyWatch(keys);

  @Test
  void findsNothingToSayInOrdinaryTimes() {
    watch.tick();

    assertThat(keys.fault()).isEmpty();
    assertThat(keys.warning()).isEmpty();
    assertThat(keys.tickInterval()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void rotatesEverything() {
    keys.load(new StartFaults());
    clock.advance(Duration.ofDays(90));
    watch.tick();

    assertThat(store.findAll(KeyKind.RING)).hasSize(2);
    assertThat(store.findAll(KeyKind.SIGNING)).hasSize(2);
  }

  @Test
  void outlivesAStoreThatIsAway() {
    watch.tick();
    store.away(true);
    shared.away(true);
    watch.tick();
    assertThat(keys.fault()).as("the last good keys do").isEmpty();
    assertThat(keys.warning()).isPresent();

    clock.advance(Duration.ofDays(3));
    assertThat(keys.fault()).get().asString().contains("were not read for so long");
    store.away(false);
    shared.away(false);
    watch.tick();
    assertThat(keys.fault()).isEmpty();
    assertThat(keys.warning()).isEmpty();
  }

  @Test
  void tellsANodeWhoseRingIsAnother() {
    watch.tick();
    KeyMaterial stranger = node(new MemoryKeyStore());
    stranger.load(new StartFaults());

    assertThat(stranger.fault()).get().asString().startsWith("The key ring of this node does not");
    assertThat(keys.fault()).isEmpty();
  }

  private KeyMaterial node(MemoryKeyStore own) {
    KeyRing ring = new KeyRing(own, master(1), CONFIG, clock);
    return new KeyMaterial(
        ring,
        new SigningKeys(own, master(1), CONFIG, clock),
        new Canary(ring, new DataProtector(ring), shared));
  }
}
