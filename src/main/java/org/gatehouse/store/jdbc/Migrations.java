package org.gatehouse.store.jdbc;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, brought to the state that this version needs. Forward only; several nodes that start
 * at once wait for the one that was first.
 */
public final class Migrations {
  private static final String SCRIPTS = "classpath:db/migration";

  private final DataSource source;

  public Migrations(DataSource source) {
    this.source = source;
  }

  /**
   * Applies what is missing.
   *
   * @return the version of the tables
   * @throws FlywayException when the database cannot be reached, a script fails, or the tables are
   *     those of a later version
   */
  public String apply() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations(SCRIPTS)
        .failOnMissingLocations(true)
        .callbackLocations(SCRIPTS)
        .table("gatehouse_schema")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .validateMigrationNaming(true)
        .load()
        .migrate()
        .targetSchemaVersion;
  }
}
