package org.gatehouse.crypto.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The canary of the key ring")
class CanaryTest {
  private final MemoryKeyStore shared = new MemoryKeyStore();

  @Test
  void findsNodesOfOneRingInOrder() {
    MemoryKeyStore keys = new MemoryKeyStore();

    assertThat(canary(Keys.ring(keys)).fault()).isEmpty();
    assertThat(canary(Keys.ring(keys)).fault()).isEmpty();
    assertThat(shared.findAll(KeyKind.CANARY)).hasSize(1);
  }

  @Test
  void tellsANodeThatHasARingOfItsOwn() {
    canary(Keys.ring(new MemoryKeyStore())).fault();

    assertThat(canary(Keys.ring(new MemoryKeyStore())).fault())
        .contains(
            "The key ring of this node does not open what another node sealed and kept in memory 1;"
                + " give all nodes the same gatehouse.store.keys and gatehouse.keys.directory.");
  }

  @Test
  void isSealedAnewWhereItsKeyIsRevoked() {
    MemoryKeyStore keys = new MemoryKeyStore();
    KeyRing ring = Keys.ring(keys);
    canary(ring).fault();
    Map<String, String> revoked = Map.of("gatehouse.key-ring.revoked-keys", ring.current().id());
    KeyRing told = new KeyRing(keys, Keys.master(1), Keys.config(revoked), Keys.CLOCK);

    assertThat(canary(told).fault()).isEmpty();
    ring.tick();
    assertThat(canary(ring).fault()).isEmpty();
  }

  private Canary canary(KeyRing ring) {
    return new Canary(ring, new DataProtector(ring), shared);
  }
}
