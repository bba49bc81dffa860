package org.gatehouse.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
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
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTimeoutException
        || state.startsWith("08") // connection exception
        || state.startsWith("40") // transaction rollback: serialization failure, deadlock
        || state.startsWith("53") // PostgreSQL: insufficient resources
        || state.startsWith("57") // PostgreSQL: operator intervention, such as a shutdown
        || isClosed(e);
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
        ? new StoreUnavailableException("The database does not answer", e)
        : new IllegalStateException("The database refused a statement", e);
  }

  /** H2: 90067 connection broken, 90098 database closed, 90121 closed at shutdown, 90007 closed. */
  private static boolean isClosed(SQLException e) {
    return switch (e.getErrorCode()) {
      case 90_007, 90_067, 90_098, 90_121 -> true;
      default -> false;
    };
  }
}
