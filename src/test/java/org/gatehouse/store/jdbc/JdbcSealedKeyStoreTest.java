package org.gatehouse.store.jdbc;

import javax.sql.DataSource;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.store.SealedKeyStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Sealed keys in H2")
class JdbcSealedKeyStoreTest extends SealedKeyStoreContract {
  private final DataSource source = H2.migrated();

  @Override
  protected SealedKeyStore open() {
    return new JdbcSealedKeyStore(new Database(source));
  }
}
