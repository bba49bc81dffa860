package org.gatehouse.store.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Clean-up in H2")
class H2CleaningIT extends CleaningContract {
  @Override
  DataSource migrated() {
    return H2.migrated();
  }

  @Override
  String numbers(int count) {
    return "(SELECT x AS n FROM SYSTEM_RANGE(1, " + count + "))";
  }
}
