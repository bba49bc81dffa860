package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What only one node does at a time. A lease ends by itself, by the clock of the database, so that
 * a node that dies holds nobody up.
 */
public final class Leases {
  private static final String TAKE =
      "UPDATE leases SET holder = ?, held_until = CURRENT_TIMESTAMP + CAST(? AS INTEGER) * INTERVAL"
          + " '1' SECOND WHERE name = ? AND (holder = ? OR held_until < CURRENT_TIMESTAMP)";
  private static final String BEGIN =
      "INSERT INTO leases (holder, held_until, name) SELECT CAST(? AS VARCHAR), CURRENT_TIMESTAMP"
          + " + CAST(? AS INTEGER) * INTERVAL '1' SECOND, CAST(? AS VARCHAR)"
          + " WHERE NOT EXISTS (SELECT 1 FROM leases WHERE name = ?)"; // no error in its log
  private static final String RELEASE =
      "UPDATE leases SET held_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"
          + " WHERE name = ? AND holder = ?";

  private final Database database;
  private final String holder;

  /**
   * @param holder this start of this node, and no other
   */
  public Leases(Database database, String holder) {
    this.database = database;
    this.holder = holder;
  }

  /**
   * Takes the lease, or holds it for longer.
   *
   * @param time whole seconds, from now
   * @return false where another node holds it
   */
  public boolean hold(String name, Duration time) {
    return database.repeatable(
        connection -> take(connection, name, time) || begin(connection, name, time));
  }

  /** Gives the lease back, where this node holds it. */
  public void release(String name) {
    database.repeatable(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, name);
            statement.setString(2, holder);
            return statement.executeUpdate();
          }
        });
  }

  private boolean take(Connection connection, String name, Duration time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, holder);
      statement.setLong(2, time.toSeconds());
      statement.setString(3, name);
      statement.setString(4, holder);
      return statement.executeUpdate() == 1;
    }
  }

  /** The first time ever; of several nodes the unique key lets one through. */
  private boolean begin(Connection connection, String name, Duration time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, holder);
      statement.setLong(2, time.toSeconds());
      statement.setString(3, name);
      statement.setString(4, name);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (SqlFaults.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }
}
