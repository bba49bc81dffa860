package org.gatehouse.store.jdbc;

import java.util.Map;
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
  private final String scripts;

  public Migrations(DataSource source) {
    this(source, SCRIPTS);
  }

  Migrations(DataSource source, String scripts) {
    this.source = source;
    this.scripts = scripts;
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
      // Flyway looks at the table of versions before it has its lock: a node can find the one that
      // another is making, still without its first row. Now it finds it complete, or waits.
      LOG.log(System.Logger.Level.INFO, "Another node makes the tables, too: {0}", e.getMessage());
      flyway.migrate();
    }
    return flyway.info().current().getVersion().getVersion();
  }

  /**
   * With PostgreSQL the lock is an advisory one, of the session. By default it is one of a
   * transaction, which is idle while a script runs on another connection: the database ends it
   * after idle_in_transaction_session_timeout.
   */
  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .dataSource(source)
        .locations(scripts)
        .failOnMissingLocations(true)
        .callbackLocations(scripts)
        .table("gatehouse_schema")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .validateMigrationNaming(true)
        .load();
  }
}
