package org.gatehouse.store.jdbc;

import javax.sql.DataSource;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.store.SealedKeyStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Sealed keys in PostgreSQL")
class PostgresSealedKeyStoreIT extends SealedKeyStoreContract {
  private final DataSource source = Postgres.shared().migrated();

  @Override
  protected SealedKeyStore open() {
    return new JdbcSealedKeyStore(new Database(source));
  }
}
