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
  /**
   * The longest waits of a request: for a permit, and for an answer. Together they stay clearly
   * below the second after which it is to be refused.
   */
  private static final Duration PERMIT = Duration.ofMillis(300);

  private static final Duration ANSWER = Duration.ofMillis(500);

  /** The longest wait for an answer in the background. */
  private static final Duration LONG_ANSWER = Duration.ofSeconds(30);

  /** A connection that was dead before says so at once; what fails later may be under way. */
  private static final long AT_ONCE = Duration.ofMillis(150).toNanos();

  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  private final Connections connections;
  private final Connections looks;
  private final LongSupplier nanos;
  private final Breaker breaker;
  private final ConnectionPermits permits;
  private final AtomicReference<@Nullable Dialect> dialect = new AtomicReference<>();

  public Database(DataSource source) {
    this(source, source, Integer.MAX_VALUE);
  }

  /**
   * For requests.
   *
   * @param looks where to look whether the database answers again, on a thread of its own
   * @param connections how many of them the source has
   */
  public Database(DataSource source, DataSource looks, int connections) {
    this(source, looks, new ConnectionPermits(connections, PERMIT), ANSWER, System::nanoTime);
  }

  Database(
      DataSource source,
      DataSource looks,
      ConnectionPermits permits,
      Duration answer,
      LongSupplier nanos) {
    this(
        new Connections(source, answer),
        new Connections(looks, answer),
        permits,
        nanos,
        new Breaker(nanos));
  }

  private Database(
      Connections connections,
      Connections looks,
      ConnectionPermits permits,
      LongSupplier nanos,
      Breaker breaker) {
    this.connections = connections;
    this.looks = looks;
    this.permits = permits;
    this.nanos = nanos;
    this.breaker = breaker;
  }

  /**
   * The same database over another source, for work that nobody waits for. Whoever finds it silent
   * tells the others.
   */
  public Database inBackground(DataSource other) {
    return beside(other, LONG_ANSWER);
  }

  /** The same over another source, for work that is soon to be done again. */
  public Database beside(DataSource other) {
    return beside(other, ANSWER);
  }

  private Database beside(DataSource other, Duration answer) {
    ConnectionPermits any = new ConnectionPermits(Integer.MAX_VALUE, PERMIT);
    return new Database(new Connections(other, answer), looks, any, nanos, breaker);
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
    return guarded(() -> connections.committing(work), false);
  }

  /** Work of one statement that does no harm when it is done twice, such as reading. */
  public <T> T repeatable(Work<T> work) {
    return guarded(() -> connections.committing(work), true);
  }

  /** Work of several statements: all of them or none. */
  public <T> T transaction(Work<T> work) {
    return guarded(() -> connections.transacted(work), true);
  }

  /**
   * The same connections, for whoever works on them by itself; each takes a permit until it is
   * closed. Locks may be waited for on them, as in the background; {@link #answersSoon} is for work
   * that a request waits for.
   */
  public DataSource lending() {
    return LendingSource.of(connections.source(), this::lend, permits::release);
  }

  /** From now on the connection breaks where an answer takes longer than a request may wait. */
  public static void answersSoon(Connection connection) throws SQLException {
    Connections.breakAfter(ANSWER, connection);
  }

  private Connection lend() throws SQLException {
    refuseWhileOpen();
    permits.acquire();
    boolean isLent = false;
    try {
      refuseWhileOpen();
      Connection connection = connected();
      isLent = true;
      return connection;
    } finally {
      if (!isLent) {
        permits.release();
      }
    }
  }

  private Connection connected() throws SQLException {
    long start = nanos.getAsLong();
    try {
      return connections.lent(LONG_ANSWER);
    } catch (SQLException e) {
      throw failed(e, start);
    }
  }

  /** Has so many connections made, all at once, for those who come later. */
  public void warm(int count) {
    repeatable(
        connection -> {
          if (count > 1) {
            warm(count - 1);
          }
          return answers(connection);
        });
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
    try {
      refuseWhileOpen();
      permits.acquire();
      try {
        refuseWhileOpen();
        return tried(attempt, again);
      } finally {
        permits.release();
      }
    } catch (SQLException e) {
      throw breaker.isOpen()
          ? SqlFaults.translatedAway(e, breaker.isCertain())
          : SqlFaults.translated(e);
    }
  }

  private <T> T tried(Attempt<T> attempt, boolean again) throws SQLException {
    long start = nanos.getAsLong();
    try {
      return answered(attempt.made());
    } catch (SQLException e) {
      boolean wasDead = SqlFaults.isGone(e) && nanos.getAsLong() - start < AT_ONCE;
      if (!again || !wasDead) {
        throw failed(e, start);
      }
    }
    long second = nanos.getAsLong();
    try {
      return answered(attempt.made());
    } catch (SQLException e) {
      throw failed(e, second);
    }
  }

  private <T> T answered(T result) {
    breaker.answered();
    return result;
  }

  private SQLException failed(SQLException e, long began) {
    if (SqlFaults.isGone(e)) {
      breaker.failed(began);
    }
    return e;
  }

  private void refuseWhileOpen() throws SQLTransientConnectionException {
    if (breaker.isOpen()) {
      if (breaker.isDue()) {
        Thread thread = new Thread(this::look, "gatehouse-database");
        thread.setDaemon(true);
        thread.start();
      }
      throw new SQLTransientConnectionException("It did not answer just now");
    }
  }

  private void look() {
    try {
      looks.committing(Database::answers);
      breaker.answered();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "The database still does not answer", e);
    } finally {
      breaker.looked();
    }
  }

  private static boolean answers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    }
  }
}
