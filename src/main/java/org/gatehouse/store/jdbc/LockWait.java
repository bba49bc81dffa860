package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How long a transaction waits for a row that another one has locked. */
public final class LockWait {
  private static final String SHORT = "SET LOCAL lock_timeout = '400ms'";

  private LockWait() {}

  /**
   * Until the end of its transaction no statement of this connection waits for a lock for longer
   * than 0.4 s; what would is a passing fault (SQLSTATE 55P03), and the connection stays good. H2
   * has no such time of a transaction, and gives up after the 2 s that are its default.
   */
  public static void shorten(Connection connection) throws SQLException {
    if (Dialect.of(connection) == Dialect.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SHORT);
      }
    }
  }
}
