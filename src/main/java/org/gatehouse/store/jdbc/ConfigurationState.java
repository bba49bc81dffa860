package org.gatehouse.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** The version of clients and resources, which every change raises. */
public final class ConfigurationState {
  private final Database database;

  public ConfigurationState(Database database) {
    this.database = database;
  }

  public long version() {
    return database.statement(
        connection -> {
          String query = "SELECT version FROM configuration_state";
          try (PreparedStatement statement = connection.prepareStatement(query);
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }
}
