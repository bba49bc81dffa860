package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handles;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.H2;
import org.gatehouse.store.jdbc.JdbcGrantStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants in the grid, in front of H2")
class InfinispanBeforeH2IT extends GrantStoreContract {
  private static final DataSource SOURCE = H2.migrated();
  private static Peer peer;

  @BeforeAll
  static void join() {
    peer = Peer.join("contract-h2", "a", Optional.empty());
  }

  @AfterAll
  static void leave() {
    peer.close();
  }

  @Override
  protected GrantStore store(Clock time) {
    return new InfinispanGrantStore(
        new JdbcGrantStore(new Database(SOURCE), time), peer.cluster(), new Handles(), time);
  }

  @Override
  protected int rounds() {
    return 100;
  }
}
