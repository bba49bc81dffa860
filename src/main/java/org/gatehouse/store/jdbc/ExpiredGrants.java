package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Grants that have expired, used up or not, and their end. They are deleted in the order of their
 * expiry, a batch at a time. A row that somebody holds is passed over and comes with a later batch,
 * so that nobody waits here, and nobody waits for more than a batch of rows that are good for
 * nothing.
 */
public final class ExpiredGrants {
  /** What one clock takes for expired may live by another: the largest skew that can be set. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final String EXPIRED = " FROM grants WHERE expires_at <= ?";
  private static final String UNHELD = " LIMIT ? FOR UPDATE SKIP LOCKED";

  /** By the place of the row, which the lock holds still, for no plan can scan the table then. */
  private static final String DELETE_POSTGRESQL =
      "DELETE FROM grants WHERE ctid = ANY (ARRAY(SELECT ctid"
          + EXPIRED
          + " ORDER BY expires_at"
          + UNHELD
          + "))";

  /** H2 walks the index in its order by itself; told to, it would sort all that has expired. */
  private static final String SELECT_H2 = "SELECT handle_hash, type" + EXPIRED + UNHELD;

  private static final String DELETE_H2 = "DELETE FROM grants WHERE handle_hash = ? AND type = ?";

  private final Database database;
  private final Clock clock;

  public ExpiredGrants(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Deletes one batch.
   *
   * @param batch the most rows
   * @return how many there were; fewer than the batch: that was all
   */
  public int delete(int batch) {
    Instant end = clock.instant().minus(SKEW);
    return database.transaction(
        connection ->
            database.dialect(connection) == Dialect.POSTGRESQL
                ? deleted(connection, end, batch)
                : deletedOneByOne(connection, end, batch));
  }

  private static int deleted(Connection connection, Instant end, int batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE_POSTGRESQL)) {
      GrantRows.parameters(statement).time(end).number(batch);
      return statement.executeUpdate();
    }
  }

  /** H2 takes a lock by a query of its own only; the way there and back is short. */
  private static int deletedOneByOne(Connection connection, Instant end, int batch)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_H2);
        PreparedStatement delete = connection.prepareStatement(DELETE_H2)) {
      GrantRows.parameters(select).time(end).number(batch);
      int count = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          GrantRows.parameters(delete).text(rows.getString(1)).text(rows.getString(2));
          delete.addBatch();
          count++;
        }
      }
      if (count > 0) {
        delete.executeBatch();
      }
      return count;
    }
  }
}
