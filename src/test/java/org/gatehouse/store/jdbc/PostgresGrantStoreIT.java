package org.gatehouse.store.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants in PostgreSQL")
class PostgresGrantStoreIT extends GrantStoreContract {
  private static DataSource source;

  @BeforeAll
  static void makeTables() {
    source = Postgres.shared().migrated();
  }

  @Override
  protected GrantStore store(Clock time) {
    return new JdbcGrantStore(new Database(source), time);
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
