package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;
import org.jspecify.annotations.Nullable;

/**
 * Grants in the shared database, which decides every use. A verb is one statement; a use with
 * results is one that uses up, one that keeps, and a commit, and for a code of the grid a mark
 * comes first.
 */
public final class JdbcGrantStore implements GrantAuthority {
  private final Database database;
  private final Clock clock;

  public JdbcGrantStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * On a connection that was dead it may be done twice, and then finds what it kept itself. Two
   * grants with the same content are told apart by their payload, which is sealed or random.
   */
  @Override
  public boolean create(GrantKey key, StoredGrant grant) {
    AtomicBoolean isAgain = new AtomicBoolean();
    return database.repeatable(
        connection -> {
          boolean mayBeKept = isAgain.getAndSet(true);
          return insert(connection, key, grant) || (mayBeKept && isKept(connection, key, grant));
        });
  }

  private boolean insert(Connection connection, GrantKey key, StoredGrant grant)
      throws SQLException {
    return new GrantInsert(database.dialect(connection), clock.instant())
        .all(connection, List.of(new NewGrant(key, grant)));
  }

  private boolean isKept(Connection connection, GrantKey key, StoredGrant grant)
      throws SQLException {
    return find(connection, key)
        .filter(kept -> kept.payload().equals(grant.payload()))
        .filter(kept -> kept.grantId().equals(grant.grantId()))
        .isPresent();
  }

  @Override
  public Optional<StoredGrant> find(GrantKey key) {
    return database.repeatable(connection -> find(connection, key));
  }

  private Optional<StoredGrant> find(Connection connection, GrantKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GrantSql.FIND)) {
      GrantRows.parameters(statement).key(key).time(clock.instant());
      return first(statement);
    }
  }

  @Override
  public List<StoredGrant> findAll(GrantFilter filter) {
    return database.repeatable(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(GrantSql.findAll(filter))) {
            GrantRows.parameters(statement).time(clock.instant()).texts(GrantSql.values(filter));
            List<StoredGrant> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                found.add(GrantRows.read(rows));
              }
            }
            return found;
          }
        });
  }

  /**
   * The attempt tells this use from all others. So a use whose answer was lost with the connection
   * is recognised: at the commit by looking once more, before it by trying once more.
   */
  @Override
  public Outcome<StoredGrant> consume(GrantKey key, String clientId, List<NewGrant> results) {
    Use use = new Use(key, clientId, results, UUID.randomUUID().toString());
    if (results.isEmpty()) {
      return database.repeatable(connection -> used(connection, use));
    }
    return transacted(use, connection -> true);
  }

  /** The unique key of the mark decides between callers that all bring the same grant. */
  @Override
  public Outcome<StoredGrant> consumeAbsent(
      NewGrant waiting, String clientId, List<NewGrant> results) {
    StoredGrant grant = waiting.grant();
    boolean mayBeUsed =
        grant.clientId().equals(clientId) && grant.expiresAt().isAfter(clock.instant());
    Use use = new Use(waiting.key(), clientId, results, UUID.randomUUID().toString());
    return transacted(
        use,
        connection -> {
          boolean isFirst = mayBeUsed && mark(connection, waiting);
          if (isFirst) {
            insert(connection, waiting.key(), grant);
          }
          return isFirst;
        });
  }

  /** Always the mark before the row, as above, so that two callers never wait for each other. */
  @Override
  public Outcome<StoredGrant> consumePresent(
      GrantKey key, String clientId, List<NewGrant> results) {
    Use use = new Use(key, clientId, results, UUID.randomUUID().toString());
    return transacted(
        use,
        connection -> {
          Optional<StoredGrant> live =
              find(connection, key).filter(grant -> grant.clientId().equals(clientId));
          return live.isPresent() && mark(connection, new NewGrant(key, live.get()));
        });
  }

  /** Keeps the mark of a use; false where it was marked before. */
  private boolean mark(Connection connection, NewGrant waiting) throws SQLException {
    NewGrant mark = GrantAuthority.mark(waiting);
    return insert(connection, mark.key(), mark.grant());
  }

  /** What comes before a use in its transaction; false where there can be no first use any more. */
  private interface Preparation {
    boolean mayBeFirst(Connection connection) throws SQLException;
  }

  private Outcome<StoredGrant> transacted(Use use, Preparation preparation) {
    AtomicReference<@Nullable StoredGrant> held = new AtomicReference<>();
    try {
      return database.transaction(
          connection -> {
            if (!preparation.mayBeFirst(connection)) {
              return outcomeOfUsed(connection, use, clock.instant());
            }
            Outcome<StoredGrant> outcome = used(connection, use);
            if (outcome instanceof Outcome.First<StoredGrant> first) {
              held.set(first.value());
              keep(connection, use.results());
            }
            return outcome;
          });
    } catch (OutcomeUnknownException e) {
      StoredGrant grant = held.get();
      if (grant != null && isOurs(use)) {
        return new Outcome.First<>(grant);
      }
      throw e;
    }
  }

  /** One use of a grant by one caller. */
  private record Use(GrantKey key, String clientId, List<NewGrant> results, String attempt) {}

  private Outcome<StoredGrant> used(Connection connection, Use use) throws SQLException {
    Instant now = clock.instant();
    Optional<StoredGrant> live = useUp(connection, use, now);
    return live.isPresent() ? new Outcome.First<>(live.get()) : outcomeOfUsed(connection, use, now);
  }

  private Optional<StoredGrant> useUp(Connection connection, Use use, Instant now)
      throws SQLException {
    boolean isH2 = database.dialect(connection) == Dialect.H2;
    String sql = isH2 ? GrantSql.USE_H2 : GrantSql.USE_POSTGRESQL;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      GrantRows.Parameters parameters = GrantRows.parameters(statement);
      if (isH2) {
        parameters.text(use.attempt());
      }
      parameters.key(use.key()).text(use.clientId()).time(now);
      if (!isH2) {
        parameters.text(use.attempt());
      }
      return first(statement);
    }
  }

  /** A use of ours that is met here went through and lost its answer, and the payload with it. */
  private static Outcome<StoredGrant> outcomeOfUsed(Connection connection, Use use, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GrantSql.FIND_USED)) {
      GrantRows.parameters(statement).key(use.key()).text(use.clientId()).time(now);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new Outcome.Unknown<>();
        }
        StoredGrant grant = GrantRows.read(row);
        return row.getString(8).equals(use.attempt())
            ? new Outcome.First<>(grant)
            : new Outcome.Replayed<>(grant.grantId());
      }
    }
  }

  private boolean isOurs(Use use) {
    return database.repeatable(
        connection ->
            outcomeOfUsed(connection, use, clock.instant()) instanceof Outcome.First<StoredGrant>);
  }

  private void keep(Connection connection, List<NewGrant> results) throws SQLException {
    if (!new GrantInsert(database.dialect(connection), clock.instant()).all(connection, results)) {
      throw new IllegalStateException("the key of a result is taken");
    }
  }

  @Override
  public boolean renew(GrantKey key, Instant expiresAt) {
    return database.repeatable(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(GrantSql.RENEW)) {
            GrantRows.parameters(statement).time(expiresAt).key(key).time(clock.instant());
            return statement.executeUpdate() == 1;
          }
        });
  }

  @Override
  public void revoke(GrantKey key) {
    database.repeatable(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(GrantSql.REVOKE)) {
            GrantRows.parameters(statement).key(key);
            return statement.executeUpdate();
          }
        });
  }

  /**
   * Deletes again until there was nothing left to delete. One statement is not enough at READ
   * COMMITTED: it waits for a use that holds a row and deletes that row, but what the use kept in
   * the same transaction was not there when the statement began, and stays.
   *
   * <p>A statement that finds nothing is the last one needed. A result comes from a use of a grant
   * that is there, and that row stays visible until it is deleted. It is deleted only after the use
   * that holds it has committed, and from then on the result is visible to every later statement.
   * So where a statement sees no row, no use is under way that could still keep one, and none can
   * begin. (This is about results that the filter names as it names what they come from. A mark,
   * see {@code Revocations}, covers what else is being issued.)
   *
   * <p>Each statement commits by itself, for locks that are kept from one to the next would meet
   * those of another caller the other way round.
   */
  @Override
  public void revokeAll(GrantFilter filter) {
    String sql = GrantSql.revokeAll(filter);
    List<String> values = GrantSql.values(filter);
    int deleted;
    do {
      deleted =
          database.repeatable(
              connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                  GrantRows.parameters(statement).texts(values);
                  return statement.executeUpdate();
                }
              });
    } while (deleted > 0);
  }

  private static Optional<StoredGrant> first(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(GrantRows.read(row)) : Optional.empty();
    }
  }
}
