package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gatehouse.store.StoreUnavailableException;

/**
 * The shared database: short pieces of work, each on a connection of its own. A database that does
 * not answer is a {@link StoreUnavailableException}; every other fault of SQL is one of ours.
 */
public final class Database {
  private final DataSource source;

  public Database(DataSource source) {
    this.source = source;
  }

  /**
   * Work on one connection.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Work of one statement, which commits by itself. */
  public <T> T statement(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      return work.on(connection);
    } catch (SQLException e) {
      throw SqlFaults.translated(e);
    }
  }

  /** Work of several statements: all of them or none. */
  public <T> T transaction(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      return committed(connection, work);
    } catch (SQLException e) {
      throw SqlFaults.translated(e);
    }
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.on(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack(connection);
      }
      connection.setAutoCommit(true);
    }
  }

  /** A connection that cannot even roll back is broken: the database has rolled back by itself. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "The connection broke before its rollback", e);
    }
  }
}
