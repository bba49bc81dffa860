package org.gatehouse.store.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;

/** Sealed keys in the table {@code sealed_keys}, whose primary key decides who fills a slot. */
@ApplicationScoped
@Typed(JdbcSealedKeyStore.class)
public class JdbcSealedKeyStore implements SealedKeyStore {
  private static final String FIND =
      "SELECT slot, envelope FROM sealed_keys WHERE kind = ? ORDER BY slot";
  private static final String CREATE =
      "INSERT INTO sealed_keys (kind, slot, envelope, created)"
          + " VALUES (?, ?, ?, CURRENT_TIMESTAMP)";
  private static final String REPLACE =
      "UPDATE sealed_keys SET envelope = ? WHERE kind = ? AND slot = ? AND envelope = ?";

  private final Database database;

  @Inject
  public JdbcSealedKeyStore(Database database) {
    this.database = database;
  }

  @SuppressWarnings("NullAway")
  JdbcSealedKeyStore() {
    this(null); // CDI client proxy
  }

  @Override
  public List<SealedKey> findAll(KeyKind kind) {
    return database.statement(connection -> findAll(connection, kind));
  }

  @Override
  public boolean create(SealedKey key) {
    return database.statement(connection -> create(connection, key));
  }

  @Override
  public boolean replace(SealedKey known, String envelope) {
    return database.statement(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            statement.setString(1, envelope);
            statement.setString(2, known.kind().wireName());
            statement.setString(3, known.slot());
            statement.setString(4, known.envelope());
            return statement.executeUpdate() == 1;
          }
        });
  }

  @Override
  public String location(KeyKind kind, String slot) {
    return "the table sealed_keys, kind " + kind + ", slot " + slot;
  }

  private static List<SealedKey> findAll(Connection connection, KeyKind kind) throws SQLException {
    List<SealedKey> keys = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, kind.wireName());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.add(new SealedKey(kind, rows.getString(1), rows.getString(2)));
        }
      }
    }
    return keys;
  }

  private static boolean create(Connection connection, SealedKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
      statement.setString(1, key.kind().wireName());
      statement.setString(2, key.slot());
      statement.setString(3, key.envelope());
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (SqlFaults.isTaken(e)) {
        return false;
      }
      throw e;
    }
  }
}
