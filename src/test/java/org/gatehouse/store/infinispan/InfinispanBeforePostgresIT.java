package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handles;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.JdbcGrantStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants in the grid, in front of PostgreSQL")
class InfinispanBeforePostgresIT extends GrantStoreContract {
  private static DataSource source;
  private static Peer peer;

  @BeforeAll
  static void join() {
    source = Postgres.shared().migrated();
    peer = Peer.join("contract-postgres", "a", Optional.empty());
  }

  @AfterAll
  static void leave() {
    if (peer != null) { // else there is no PostgreSQL
      peer.close();
    }
  }

  @Override
  protected GrantStore store(Clock time) {
    return new InfinispanGrantStore(
        new JdbcGrantStore(new Database(source), time), peer.cluster(), new Handles(), time);
  }

  @Override
  protected int threads() {
    return 6;
  }

  @Override
  protected int rounds() {
    return 100;
  }
}
