package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Work on the connections of a source, each of which breaks where an answer takes too long.
 *
 * @param answer the longest wait for an answer
 */
record Connections(DataSource source, Duration answer) {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  <T> T committing(Database.Work<T> work) throws SQLException {
    try (Connection connection = open(true)) {
      return work.on(connection);
    }
  }

  <T> T transacted(Database.Work<T> work) throws SQLException {
    try (Connection connection = open(false)) {
      boolean done = false;
      try {
        T result = work.on(connection);
        commit(connection);
        done = true;
        leave(connection);
        return result;
      } finally {
        if (!done) {
          rollBack(connection);
        }
      }
    }
  }

  /**
   * Neither setting costs a round trip by itself: the server's pool and the drivers pass over what
   * is so already, and the time is one of the socket. But for a connection on which the time was
   * set, the server's pool resets everything that can be set when it takes the connection back, and
   * with PostgreSQL that is one statement, SET search_path. An answer that never comes is worth
   * that; by the address, socketTimeout would have to be the same for requests and for work in the
   * background.
   */
  private Connection open(boolean commitsByItself) throws SQLException {
    return opened(
        connection -> {
          connection.setAutoCommit(commitsByItself);
          breakAfter(answer, connection);
        });
  }

  /** One for whoever works on it by itself, and closes it. */
  Connection lent(Duration longestAnswer) throws SQLException {
    return opened(connection -> breakAfter(longestAnswer, connection));
  }

  /** What is set on a connection before it is used. */
  private interface Setting {
    void on(Connection connection) throws SQLException;
  }

  private Connection opened(Setting setting) throws SQLException {
    Connection connection = source.getConnection();
    try {
      setting.on(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static void breakAfter(Duration longestAnswer, Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) longestAnswer.toMillis());
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (SqlFaults.isGone(e)) {
        throw new OutcomeUnknownException(e);
      }
      throw e;
    }
  }

  /**
   * The server's pool sends statements of its own when it takes a connection back, such as SET
   * search_path: they would begin a transaction that nobody ends, and PostgreSQL would end the
   * connection for that.
   */
  private static void leave(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "The connection broke after its transaction", e);
    }
  }

  /** A connection that cannot even roll back is broken: the database has rolled back by itself. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      leave(connection);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "The connection broke before its rollback", e);
    }
  }
}
