package org.gatehouse.store.jpa;

import javax.sql.DataSource;
import org.gatehouse.fixture.Postgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Clients and resources in PostgreSQL")
class PostgresStoresIT extends JpaStoresContract {
  @Override
  DataSource migrated() {
    return Postgres.shared().migrated();
  }
}
