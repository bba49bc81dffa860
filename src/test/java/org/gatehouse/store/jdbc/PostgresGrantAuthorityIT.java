package org.gatehouse.store.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantAuthorityContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants that PostgreSQL decides for the grid")
class PostgresGrantAuthorityIT extends GrantAuthorityContract {
  private static DataSource source;

  @BeforeAll
  static void makeTables() {
    source = Postgres.shared().migrated();
  }

  @Override
  protected GrantAuthority authority(Clock time) {
    return new JdbcGrantStore(new Database(source), time);
  }
}
