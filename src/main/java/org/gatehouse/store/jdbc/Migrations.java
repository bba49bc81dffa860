package org.gatehouse.store.jdbc;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, brought to the state that this version needs. Forward only; several nodes that start
 * at once wait for the one that was first.
 */
public final class Migrations {
  private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
  private static final String SCRIPTS = "classpath:db/migration";

  private final DataSource source;

  public Migrations(DataSource source) {
    this.source = source;
  }

  /**
   * Applies what is missing.
   *
   * @return the version of the tables
   * @throws FlywayException when the database cannot be reached, or a script fails; tables of a
   *     later version are left as they are
   */
  public String apply() {
    Flyway flyway = flyway();
    boolean isEmpty = flyway.info().current() == null;
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      if (!isEmpty) {
        throw e;
      }
      // Flyway takes its lock in the table of versions. While there is none, nodes that make it at
      // the same moment can meet; whoever was not first finds it now, and waits as usual.
      LOG.log(System.Logger.Level.INFO, "Another node makes the tables, too: {0}", e.getMessage());
      flyway.migrate();
    }
    return flyway.info().current().getVersion().getVersion();
  }

  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations(SCRIPTS)
        .failOnMissingLocations(true)
        .callbackLocations(SCRIPTS)
        .table("gatehouse_schema")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .validateMigrationNaming(true)
        .load();
  }
}
