package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.store.StoreAwayException;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.jdbc.BreakingSource.Point;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The database, when it does not answer")
class DatabaseTest {
  private static final int ALWAYS = 1_000_000;

  private final DataSource good = H2.migrated();
  private final BreakingSource breaking = new BreakingSource(good);
  private final BreakingSource looks = new BreakingSource(good);
  private final AtomicLong nanos = new AtomicLong();
  private final Database database =
      new Database(
          breaking.source(),
          looks.source(),
          new ConnectionPermits(2, Duration.ofMillis(10)),
          Duration.ofSeconds(1),
          nanos::get);

  private static int insert(Connection connection) throws SQLException {
    return execute(
        connection, "INSERT INTO leases (name, holder, held_until) VALUES ('a', 'b', NOW())");
  }

  private static int execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(call);
  }

  @Test
  void doesWorkAgainOnAnotherConnectionWhereTheFirstWasDead() {
    breaking.breakAt(Point.STATEMENT, 1);

    assertThat(database.<Integer>repeatable(DatabaseTest::insert)).isEqualTo(1);
    assertThat(breaking.connections()).isEqualTo(2);
  }

  @Test
  @DisplayName("PostgreSQL ends a connection that waits within a transaction: 25P03")
  void takesAConnectionThatWaitedTooLongForADeadOne() {
    breaking.breakAt(Point.STATEMENT, 1, new SQLException("waited for too long", "25P03"));

    assertThat(database.<Integer>repeatable(DatabaseTest::insert)).isEqualTo(1);
    assertThat(breaking.connections()).isEqualTo(2);
  }

  @Test
  void givesNoConnectionBackThatWouldBeginATransaction() {
    database.<Integer>transaction(DatabaseTest::insert);
    assertThat(breaking.commitsByItself()).isTrue();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> database.transaction(connection -> execute(connection, "NO SQL")));
    assertThat(breaking.commitsByItself()).isTrue();
  }

  @Test
  void doesATransactionAgainThatBrokeBeforeItsCommit() {
    breaking.breakAt(Point.ANSWER, 1);

    assertThat(database.<Integer>transaction(DatabaseTest::insert)).isEqualTo(1);
  }

  @Test
  void doesWorkThatMayHaveHappenedOnceOnly() {
    breaking.breakAt(Point.ANSWER, 1);

    assertUnavailable(() -> database.statement(DatabaseTest::insert));
    assertThat(breaking.connections()).isEqualTo(1);
  }

  @Test
  void tellsACommitOfWhichNothingIsKnown() {
    breaking.breakAt(Point.AFTER_COMMIT, 1);

    assertThatExceptionOfType(OutcomeUnknownException.class)
        .isThrownBy(() -> database.transaction(DatabaseTest::insert));
  }

  @Test
  void doesNothingAgainThatTookLongToFail() {
    breaking.breakAt(Point.ANSWER, 1);

    assertUnavailable(
        () ->
            database.repeatable(
                connection -> {
                  nanos.addAndGet(Duration.ofMillis(600).toNanos());
                  return insert(connection);
                }));
    assertThat(breaking.connections()).isEqualTo(1);
  }

  @Test
  void refusesAtOnceAfterAFailure() {
    breaking.breakAt(Point.CONNECT, ALWAYS);
    looks.breakAt(Point.CONNECT, ALWAYS);
    assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
    int asked = breaking.connections();

    for (int i = 0; i < 100; i++) {
      assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
      assertUnavailable(() -> database.transaction(DatabaseTest::insert));
    }

    assertThat(breaking.connections()).isEqualTo(asked);
    assertThat(looks.connections()).isZero();
    assertThat(database.answers()).isFalse();
  }

  @Test
  void looksOnceInAWhileAndOnOneThreadOnly() {
    breaking.breakAt(Point.CONNECT, 2);
    looks.breakAt(Point.CONNECT, 1);
    assertUnavailable(() -> database.repeatable(DatabaseTest::insert));

    nanos.addAndGet(Duration.ofMillis(250).toNanos());
    for (int i = 0; i < 10; i++) {
      assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
    }
    awaitLooks(1);
    assertThat(looks.connections()).isEqualTo(1);
  }

  @Test
  void answersAgainAsSoonAsALookFindsIt() {
    breaking.breakAt(Point.CONNECT, 2);
    assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
    nanos.addAndGet(Duration.ofMillis(250).toNanos());
    assertThat(database.answers()).as("the look has just begun").isFalse();

    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!database.answers() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }

    assertThat(database.answers()).isTrue();
  }

  private void awaitLooks(int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (looks.connections() < count && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  @Test
  void sharesWhatItKnowsWithWorkInTheBackground() {
    breaking.breakAt(Point.CONNECT, ALWAYS);
    looks.breakAt(Point.CONNECT, ALWAYS);
    Database background = database.inBackground(good);
    Database beside = database.beside(good);

    assertUnavailable(() -> database.repeatable(DatabaseTest::insert));

    assertThat(background.answers()).isFalse();
    assertThat(beside.answers()).isFalse();
  }

  @Test
  void makesSoManyConnectionsAtOnce() {
    database.warm(2);

    assertThat(breaking.connections()).isEqualTo(2);
  }

  @Test
  void lendsConnectionsWhileItAnswers() throws SQLException {
    try (Connection connection = database.lending().getConnection()) {
      assertThat(insert(connection)).isEqualTo(1);
    }
  }

  @Test
  void lendsNoConnectionWhileItDoesNotAnswer() {
    breaking.breakAt(Point.CONNECT, ALWAYS);
    looks.breakAt(Point.CONNECT, ALWAYS);
    DataSource lending = database.lending();
    assertThatExceptionOfType(SQLException.class).isThrownBy(lending::getConnection);
    int asked = breaking.connections();

    assertThatExceptionOfType(SQLTransientConnectionException.class)
        .isThrownBy(lending::getConnection);

    assertThat(breaking.connections()).isEqualTo(asked);
  }

  @Test
  @DisplayName("else clients that nobody knows, asked for by strangers, empty the pool for all")
  void lendsConnectionsOnlyToThoseWhoHaveAPermit() throws SQLException {
    DataSource lending = database.lending();
    Connection first = lending.getConnection();
    Connection second = lending.getConnection();
    int asked = breaking.connections();
    assertRefuses(lending);
    assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
    assertThat(breaking.connections()).isEqualTo(asked);

    first.close();
    first.close();
    Connection third = lending.getConnection();
    assertRefuses(lending); // one permit was free, and not two
    second.close();
    third.close();
  }

  private static void assertRefuses(DataSource lending) {
    assertThatExceptionOfType(SQLTransientConnectionException.class)
        .isThrownBy(lending::getConnection);
  }

  @Test
  void keepsNoPermitForAConnectionThatCouldNotBeMade() throws SQLException {
    breaking.breakAt(Point.CONNECT, 3, new SQLTransientConnectionException("none to spare"));
    DataSource lending = database.lending();
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(SQLException.class).isThrownBy(lending::getConnection);
    }

    assertThat(database.answers()).isTrue();
  }

  @Test
  void isBusyAndNotAwayWhereAllConnectionsAreInUse() throws SQLException {
    try (Connection first = database.lending().getConnection();
        Connection second = database.lending().getConnection()) {
      assertThat(first).isNotSameAs(second);
      assertThatExceptionOfType(StoreUnavailableException.class)
          .isThrownBy(() -> database.repeatable(DatabaseTest::insert))
          .isNotInstanceOf(StoreAwayException.class);
    }
  }

  @Test
  @DisplayName("one call without an answer is no proof that there is none for others")
  void isCertainToBeAwayAfterALookOnly() {
    breaking.breakAt(Point.CONNECT, ALWAYS);
    looks.breakAt(Point.CONNECT, ALWAYS);
    assertThat(seemsAway().isCertain()).isFalse();

    nanos.addAndGet(Duration.ofMillis(250).toNanos());
    seemsAway();
    awaitCertain();

    assertThat(seemsAway().isCertain()).isTrue();
  }

  private StoreAwayException seemsAway() {
    return catchThrowableOfType(
        StoreAwayException.class, () -> database.repeatable(DatabaseTest::insert));
  }

  private void awaitCertain() {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!seemsAway().isCertain() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  @Test
  void closesAConnectionThatCannotBeLent() throws SQLException {
    breaking.breakAt(Point.SETTING, 1);
    assertThatExceptionOfType(SQLException.class).isThrownBy(database.lending()::getConnection);

    assertThat(breaking.open()).isZero();
  }

  @Test
  void refusesWhoFindsAllConnectionsInUse() throws SQLException {
    database.repeatable(
        first ->
            database.<Integer>repeatable(
                second -> {
                  assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
                  return 0;
                }));

    assertThat(database.<Integer>repeatable(DatabaseTest::insert)).isEqualTo(1);
  }

  @Test
  @DisplayName("else the wait for a permit and the wait for an answer add up")
  void refusesWhoWaitedForAPermitAsSoonAsItIsFoundSilent() throws Exception {
    Database one =
        new Database(
            breaking.source(),
            looks.source(),
            new ConnectionPermits(1, Duration.ofMinutes(1)),
            Duration.ofSeconds(1),
            nanos::get);
    looks.breakAt(Point.CONNECT, ALWAYS);
    AtomicReference<Thread> waiting = new AtomicReference<>();
    FutureTask<Integer> second = new FutureTask<>(() -> one.<Integer>repeatable(connection -> 1));

    assertUnavailable(
        () ->
            one.statement(
                connection -> {
                  waiting.set(new Thread(second));
                  waiting.get().start();
                  while (waiting.get().getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                  }
                  throw BreakingSource.broken();
                }));

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> second.get(10, TimeUnit.SECONDS))
        .withCauseInstanceOf(StoreUnavailableException.class);
    assertThat(breaking.connections()).as("connections asked for").isEqualTo(1);
  }

  @Test
  void goesOnForOthersWhereOnlyThePoolHasNoConnectionToSpare() {
    breaking.breakAt(Point.CONNECT, 1, new SQLTransientConnectionException("none to spare"));

    assertUnavailable(() -> database.repeatable(DatabaseTest::insert));
    assertThat(database.answers()).isTrue();
  }

  @Test
  void takesAWrongStatementForAFaultOfOurs() {
    assertThatIllegalStateException()
        .isThrownBy(() -> database.statement(connection -> execute(connection, "NONSENSE")));
    assertThat(database.answers()).isTrue();
  }
}
