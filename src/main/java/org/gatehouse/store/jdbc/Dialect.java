package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** The databases that Gatehouse speaks to, where their SQL differs. */
enum Dialect {
  H2,
  POSTGRESQL;

  /** By what the driver calls its database; no driver asks the database for it. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
          throw new SQLFeatureNotSupportedException(
              "Gatehouse keeps its data in H2 or PostgreSQL, not in " + product);
    };
  }
}
