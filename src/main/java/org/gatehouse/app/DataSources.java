package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.Database;

/** The server's data sources, which its configuration names (liberty/fragments/datasource.xml). */
@ApplicationScoped
public class DataSources {
  private static final String REQUESTS = "jdbc/gatehouse";
  private static final String BACKGROUND = "jdbc/gatehouse-background";

  /** For requests: what gets no connection in time is refused. */
  @Produces
  @Singleton
  public Database requests(StoreConfig config) {
    return new Database(named(REQUESTS), background(), config.connections());
  }

  /** For migrations and work in the background, which must not wait for requests. */
  DataSource background() {
    return named(BACKGROUND);
  }

  /** The names are those above, and no one else's. */
  @SuppressWarnings("BanJNDI")
  private static DataSource named(String name) {
    try {
      return (DataSource) new InitialContext().lookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no data source " + name, e);
    }
  }
}
