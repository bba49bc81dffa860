package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.store.NewGrant;

/** New rows; a key that a live or used-up grant has is taken. */
final class GrantInsert {
  private final Dialect dialect;
  private final Instant now;

  GrantInsert(Dialect dialect, Instant now) {
    this.dialect = dialect;
    this.now = now;
  }

  /** False where one of the keys is taken; others may have been kept. */
  boolean all(Connection connection, List<NewGrant> made) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      return batch(connection, made);
    }
    for (NewGrant each : made) {
      if (!insert(connection, each) && !replaceExpired(connection, each)) {
        return false;
      }
    }
    return true;
  }

  private boolean batch(Connection connection, List<NewGrant> made) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(GrantSql.INSERT_OR_REPLACE_EXPIRED)) {
      for (NewGrant each : made) {
        GrantRows.parameters(statement).key(each.key()).grant(each.grant()).time(now);
        if (made.size() == 1) {
          return statement.executeUpdate() == 1;
        }
        statement.addBatch();
      }
      return Arrays.stream(statement.executeBatch()).allMatch(count -> count == 1);
    }
  }

  private static boolean insert(Connection connection, NewGrant made) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GrantSql.INSERT)) {
      GrantRows.parameters(statement).key(made.key()).grant(made.grant());
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (SqlFaults.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  private boolean replaceExpired(Connection connection, NewGrant made) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GrantSql.REPLACE_EXPIRED)) {
      GrantRows.parameters(statement).grant(made.grant()).key(made.key()).time(now);
      return statement.executeUpdate() == 1;
    }
  }
}
