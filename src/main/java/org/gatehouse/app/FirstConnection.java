package org.gatehouse.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The first connection of a start. One attempt is short, for requests must not wait; a machine that
 * starts several nodes, or the database with them, may not make it in that time.
 *
 * @param patience how long it is tried again
 * @param pause between two attempts
 */
record FirstConnection(DataSource source, Duration patience, Duration pause) {
  /** The class of connection exceptions (SQL:2011). */
  private static final String CONNECTION = "08";

  /** PostgreSQL accepts connections, and is not ready for them. */
  private static final String STARTING = "57P03";

  FirstConnection(DataSource source) {
    this(source, Duration.ofSeconds(10), Duration.ofMillis(500));
  }

  /**
   * The address of the database; fails with the last fault, and at once where waiting is no use.
   */
  String url() throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try (Connection connection = source.getConnection()) {
        return connection.getMetaData().getURL();
      } catch (SQLException e) {
        if (!mayPass(e) || System.nanoTime() - start > patience.toNanos()) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static boolean mayPass(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith(CONNECTION) || state.equals(STARTING);
  }

  private void pause(SQLException e) throws SQLException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
