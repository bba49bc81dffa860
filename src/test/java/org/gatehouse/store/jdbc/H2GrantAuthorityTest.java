package org.gatehouse.store.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantAuthorityContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Grants that H2 decides for the grid")
class H2GrantAuthorityTest extends GrantAuthorityContract {
  private static final DataSource SOURCE = H2.migrated();

  @Override
  protected GrantAuthority authority(Clock time) {
    return new JdbcGrantStore(new Database(SOURCE), time);
  }
}
