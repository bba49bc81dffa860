package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.util.Optional;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handles;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants in the grid alone")
class GridGrantStoreIT extends GrantStoreContract {
  private static Peer peer;

  @BeforeAll
  static void join() {
    peer = Peer.join("contract-alone", "a", Optional.empty());
  }

  @AfterAll
  static void leave() {
    peer.close();
  }

  @Override
  protected GrantStore store(Clock time) {
    return new GridGrantStore(peer.cluster(), new Handles(), time);
  }

  @Override
  protected int rounds() {
    return 200;
  }
}
