package org.gatehouse.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.gatehouse.store.StoreAwayException;
import org.gatehouse.store.StoreUnavailableException;

/** What a fault of SQL means (ISO/IEC 9075 SQLSTATE classes). */
public final class SqlFaults {
  /** A unique key is taken: 23505 in PostgreSQL and H2. */
  private static final String UNIQUE_VIOLATION = "23505";

  private SqlFaults() {}

  static boolean isTaken(SQLException e) {
    return UNIQUE_VIOLATION.equals(e.getSQLState());
  }

  /** Whether the same work may succeed in a moment, on another connection. */
  static boolean isPassing(SQLException e) {
    String state = state(e);
    return isGone(e)
        || e instanceof SQLTransientException
        || e instanceof SQLTimeoutException
        || state.startsWith("40") // transaction rollback: serialization failure, deadlock
        || state.startsWith("53") // PostgreSQL: insufficient resources
        || state.startsWith("57") // PostgreSQL: operator intervention, such as a timeout
        || state.equals("55P03"); // PostgreSQL: a lock is not available
  }

  /**
   * Whether the connection is gone, or none could be made. A pool that has none to spare is another
   * matter: the database answers others.
   */
  static boolean isGone(SQLException e) {
    String state = state(e);
    return !(e instanceof SQLTransientConnectionException)
        && (e instanceof SQLRecoverableException
            || e instanceof SQLNonTransientConnectionException
            || state.startsWith("08") // connection exception
            || state.startsWith("57P") // PostgreSQL: stops, or starts
            || state.equals("25P03") // PostgreSQL: it waited within a transaction for too long
            || isClosed(e));
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  /** The store cannot answer now, though no statement failed. */
  public static RuntimeException passing(String reason) {
    return translated(new SQLTransientException(reason));
  }

  /** What a fault of SQL that caused this one means; where none did, this one. */
  public static RuntimeException translated(RuntimeException e) {
    int depth = 0;
    for (Throwable t = e; t != null && depth < 50; t = t.getCause(), depth++) {
      if (t instanceof SQLException cause) {
        return translated(cause);
      }
    }
    return e;
  }

  static RuntimeException translated(SQLException e) {
    return isPassing(e)
        ? new StoreUnavailableException(e)
        : new IllegalStateException("The database refused a statement", e);
  }

  /** The same of a database that seems, or is certain, to answer nobody. */
  static RuntimeException translatedAway(SQLException e, boolean isCertain) {
    return isPassing(e) ? new StoreAwayException(e, isCertain) : translated(e);
  }

  /** H2: 90067 connection broken, 90098 database closed, 90121 closed at shutdown, 90007 closed. */
  private static boolean isClosed(SQLException e) {
    return switch (e.getErrorCode()) {
      case 90_007, 90_067, 90_098, 90_121 -> true;
      default -> false;
    };
  }
}
