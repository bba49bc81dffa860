package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.fixture.Postgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A migration that takes longer than a transaction may be idle")
class SlowMigrationIT {
  /** As docs/operational-data.md has it. */
  private static final String OPTIONS = "?options=-c%20idle_in_transaction_session_timeout=5000";

  @Test
  void endsWithItsTables() {
    Postgres postgres = Postgres.shared();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.newDatabase() + OPTIONS);
    source.setUser(postgres.user());

    assertThat(new Migrations(source, "classpath:db/slow").apply()).isEqualTo("1");
  }
}
