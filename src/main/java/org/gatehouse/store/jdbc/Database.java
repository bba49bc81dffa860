package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.gatehouse.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The shared database: short pieces of work, each on a connection of its own. A database that does
 * not answer is a {@link StoreUnavailableException} in less than a second, and for those who come
 * after it at once, until a look in the background finds it answering again. Every other fault of
 * SQL is one of ours.
 *
 * <p>The server's pool does not ask a connection whether it is alive, for that costs a round trip
 * each time. So after a restart of the database the first work may find a dead one; what cannot
 * have happened, or may happen twice, is done again, once, on another connection: the pool has
 * emptied itself by then.
 */
public final class Database {
  /** The longest wait for an answer to a request, and to work in the background. */
  private static final Duration ANSWER = Duration.ofMillis(600);

  private static final Duration LONG_ANSWER = Duration.ofSeconds(30);

  /** A connection that was dead before says so at once; what fails later may be under way. */
  private static final long AT_ONCE = Duration.ofMillis(150).toNanos();

  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  private final DataSource source;
  private final DataSource looks;
  private final int answerMillis;
  private final LongSupplier nanos;
  private final Breaker breaker;
  private final AtomicReference<@Nullable Dialect> dialect = new AtomicReference<>();

  public Database(DataSource source) {
    this(source, source);
  }

  /**
   * @param looks where to look whether the database answers again, on a thread of its own
   */
  public Database(DataSource source, DataSource looks) {
    this(source, looks, ANSWER, System::nanoTime);
  }

  Database(DataSource source, DataSource looks, Duration answer, LongSupplier nanos) {
    this.source = source;
    this.looks = looks;
    this.answerMillis = (int) answer.toMillis();
    this.nanos = nanos;
    this.breaker = new Breaker(nanos);
  }

  /** For work that nobody waits for. */
  public static Database inBackground(DataSource source) {
    return new Database(source, source, LONG_ANSWER, System::nanoTime);
  }

  /**
   * Work on one connection. It may be called twice.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Work of one statement, which commits by itself and is never done twice. */
  public <T> T statement(Work<T> work) {
    return guarded(() -> committing(work), false);
  }

  /** Work of one statement that does no harm when it is done twice, such as reading. */
  public <T> T repeatable(Work<T> work) {
    return guarded(() -> committing(work), true);
  }

  /** Work of several statements: all of them or none. */
  public <T> T transaction(Work<T> work) {
    return guarded(() -> transacted(work), true);
  }

  /** Whether the database answers. */
  public boolean answers() {
    try {
      return repeatable(Database::answers);
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.DEBUG, "The database does not answer", e);
      return false;
    }
  }

  Dialect dialect(Connection connection) throws SQLException {
    Dialect known = dialect.get();
    if (known == null) {
      known = Dialect.of(connection);
      dialect.set(known);
    }
    return known;
  }

  private interface Attempt<T> {
    T made() throws SQLException;
  }

  private <T> T guarded(Attempt<T> attempt, boolean again) {
    refuseWhileOpen();
    long start = nanos.getAsLong();
    try {
      return answered(attempt.made());
    } catch (SQLException e) {
      boolean wasDead = SqlFaults.isGone(e) && nanos.getAsLong() - start < AT_ONCE;
      if (!again || !wasDead) {
        throw failed(e);
      }
    }
    try {
      return answered(attempt.made());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> T committing(Work<T> work) throws SQLException {
    try (Connection connection = connection(source, true)) {
      return work.on(connection);
    }
  }

  private <T> T transacted(Work<T> work) throws SQLException {
    try (Connection connection = connection(source, false)) {
      boolean done = false;
      try {
        T result = work.on(connection);
        commit(connection);
        done = true;
        leave(connection);
        return result;
      } finally {
        if (!done) {
          rollBack(connection);
        }
      }
    }
  }

  /**
   * Neither setting costs a round trip: the server's pool and the drivers pass over what is so
   * already, and the time is one of the socket.
   */
  private Connection connection(DataSource from, boolean commitsByItself) throws SQLException {
    Connection connection = from.getConnection();
    try {
      connection.setAutoCommit(commitsByItself);
      connection.setNetworkTimeout(Runnable::run, answerMillis);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (SqlFaults.isGone(e)) {
        throw new OutcomeUnknownException(e);
      }
      throw e;
    }
  }

  /**
   * The server's pool sends statements of its own when it takes a connection back, such as SET
   * search_path: they would begin a transaction that nobody ends, and PostgreSQL would end the
   * connection for that.
   */
  private static void leave(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "The connection broke after its transaction", e);
    }
  }

  /** A connection that cannot even roll back is broken: the database has rolled back by itself. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      leave(connection);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "The connection broke before its rollback", e);
    }
  }

  private <T> T answered(T result) {
    breaker.answered();
    return result;
  }

  private RuntimeException failed(SQLException e) {
    if (SqlFaults.isGone(e)) {
      breaker.failed();
    }
    return SqlFaults.translated(e);
  }

  private void refuseWhileOpen() {
    if (breaker.isOpen()) {
      if (breaker.isDue()) {
        Thread thread = new Thread(this::look, "gatehouse-database");
        thread.setDaemon(true);
        thread.start();
      }
      throw SqlFaults.translated(new SQLTransientConnectionException("It did not answer just now"));
    }
  }

  private void look() {
    try (Connection connection = connection(looks, true)) {
      if (answers(connection)) {
        breaker.answered();
      }
    } catch (SQLException e) {
      breaker.failed();
      LOG.log(System.Logger.Level.DEBUG, "The database still does not answer", e);
    }
  }

  private static boolean answers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    }
  }
}
