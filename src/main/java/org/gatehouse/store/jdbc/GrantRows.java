package org.gatehouse.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.StoredGrant;

/** Grants as rows, and their parts as parameters. */
final class GrantRows {
  private GrantRows() {}

  /** A grant, in the order of the columns in {@link GrantSql}. */
  static StoredGrant read(ResultSet row) throws SQLException {
    String payload = row.getString(7);
    return new StoredGrant(
        row.getString(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        instant(row, 5),
        instant(row, 6),
        payload == null ? "" : payload);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Sets the parameters of one statement, one after the other. */
  static Parameters parameters(PreparedStatement statement) {
    return new Parameters(statement);
  }

  /** The parameters of one statement, in their order. */
  static final class Parameters {
    private final PreparedStatement statement;
    private int last;

    private Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    Parameters text(String value) throws SQLException {
      statement.setString(++last, value);
      return this;
    }

    Parameters text(Optional<String> value) throws SQLException {
      statement.setString(++last, value.orElse(null));
      return this;
    }

    Parameters texts(List<String> values) throws SQLException {
      for (String value : values) {
        text(value);
      }
      return this;
    }

    /** Milliseconds are kept. They are cut off, not rounded: nothing lives longer than it may. */
    Parameters time(Instant value) throws SQLException {
      statement.setObject(++last, value.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
      return this;
    }

    Parameters key(GrantKey key) throws SQLException {
      return text(key.hash().value()).text(key.type().name());
    }

    Parameters grant(StoredGrant grant) throws SQLException {
      return text(grant.grantId())
          .text(grant.clientId())
          .text(grant.subject())
          .text(grant.sessionId())
          .time(grant.createdAt())
          .time(grant.expiresAt())
          .text(grant.payload());
    }
  }
}
