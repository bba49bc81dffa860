package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.Migrations;

/** The tables of the database, at the start, where anything is kept in it. */
@ApplicationScoped
public class Migration {
  private static final System.Logger LOG = System.getLogger(Migration.class.getName());
  private static final String DATABASE = "DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD";

  private final StoreConfig config;
  private final DataSources sources;

  @Inject
  public Migration(StoreConfig config, DataSources sources) {
    this.config = config;
    this.sources = sources;
  }

  @SuppressWarnings("NullAway")
  Migration() {
    this(null, null); // CDI client proxy
  }

  /** Brings the tables to the state that this version needs; refused with what is wrong. */
  void apply() {
    if (config.needsDatabase()) {
      DataSource source = sources.background();
      String url = connect(source);
      if (config.isGridBeforeDatabase()) {
        EmbeddedDatabase.refuse(url);
      }
      try {
        String version = new Migrations(source).apply();
        LOG.log(
            System.Logger.Level.INFO,
            "The tables of {0} are of version {1}",
            DatabaseAddress.told(url),
            version);
      } catch (FlywayException e) {
        throw fault(
            firstLine(e),
            "tables that this version can bring to its own state",
            "give the user the right to create tables, or run the version that made them");
      }
    }
  }

  /** Connects once, so that the simplest fault is told in the simplest words. */
  private static String connect(DataSource source) {
    try {
      return new FirstConnection(source).url();
    } catch (SQLException e) {
      throw fault(
          firstLine(e),
          "a database that answers",
          "start it, or correct its address, user or password in the environment of the server");
    }
  }

  private static ConfigException fault(String found, String expected, String fix) {
    return new ConfigException(List.of(new ConfigFault(DATABASE, found, expected, fix)));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
