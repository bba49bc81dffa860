package org.gatehouse.store.infinispan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.store.SealedKeyStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Sealed keys in the grid of three members")
class GridSealedKeyStoreIT extends SealedKeyStoreContract {
  private static final List<Peer> PEERS = new ArrayList<>();
  private static final List<GridSealedKeyStore> STORES = new ArrayList<>();

  private int opened;

  @BeforeAll
  static void join() {
    String name = UUID.randomUUID().toString();
    for (String node : List.of("a", "b", "c")) {
      Peer peer = Peer.ofThree(name, node);
      PEERS.add(peer);
      STORES.add(new GridSealedKeyStore(peer.cluster(), new Handles()));
    }
    STORES.forEach(store -> store.await(Duration.ofSeconds(20)));
  }

  @AfterAll
  static void leave() {
    PEERS.forEach(Peer::close);
  }

  @BeforeEach
  void clear() {
    PEERS.get(0).cluster().cache("keys", new NewerBeatsOlder()).clear();
  }

  /** Each call gives the next member. */
  @Override
  protected SealedKeyStore open() {
    return STORES.get(opened++ % STORES.size());
  }
}
