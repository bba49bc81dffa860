package org.gatehouse.store.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.GrantStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants in H2")
class H2GrantStoreTest extends GrantStoreContract {
  private static final DataSource SOURCE = H2.migrated();

  @Override
  protected GrantStore store(Clock time) {
    return new JdbcGrantStore(new Database(SOURCE), time);
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
