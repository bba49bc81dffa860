package org.gatehouse.store.jdbc;

import javax.sql.DataSource;
import org.gatehouse.fixture.Postgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Clean-up in PostgreSQL")
class PostgresCleaningIT extends CleaningContract {
  @Override
  DataSource migrated() {
    return Postgres.shared().migrated();
  }

  @Override
  String numbers(int count) {
    return "generate_series(1, " + count + ") AS n";
  }
}
