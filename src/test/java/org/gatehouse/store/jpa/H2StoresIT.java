package org.gatehouse.store.jpa;

import javax.sql.DataSource;
import org.gatehouse.store.jdbc.H2;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Clients and resources in H2")
class H2StoresIT extends JpaStoresContract {
  @Override
  DataSource migrated() {
    return H2.migrated();
  }
}
