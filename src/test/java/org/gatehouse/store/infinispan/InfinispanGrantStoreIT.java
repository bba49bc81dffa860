package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.util.Optional;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handles;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants in the grid, in front of a store that decides")
class InfinispanGrantStoreIT extends GrantStoreContract {
  private static Peer peer;

  @BeforeAll
  static void join() {
    peer = Peer.join("contract", "a", Optional.empty());
  }

  @AfterAll
  static void leave() {
    peer.close();
  }

  @Override
  protected GrantStore store(Clock time) {
    return new InfinispanGrantStore(
        new MemoryGrantStore(time), peer.cluster(), new Handles(), time);
  }

  @Override
  protected int rounds() {
    return 300;
  }
}
