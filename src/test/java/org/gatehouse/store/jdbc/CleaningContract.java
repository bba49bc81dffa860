package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clean-up keeps on every database. */
abstract class CleaningContract {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final int EXPIRED = 50_000;
  private static final int LIVE = 1_000;
  private static final int BATCH = 1_000;

  /** Far more than a batch takes, and less than a caller is made to wait for anything. */
  private static final Duration BOUND = Duration.ofSeconds(1);

  private DataSource source;
  private GrantStore store;
  private ExpiredGrants expired;

  /** A new database with tables. */
  abstract DataSource migrated();

  /** Rows numbered from 1, as column n. */
  abstract String numbers(int count);

  @BeforeEach
  void makeStore() {
    source = migrated();
    store = new JdbcGrantStore(new Database(source), CLOCK);
    expired = new ExpiredGrants(new Database(source).inBackground(source), CLOCK);
  }

  private static GrantKey key(String name) {
    return GrantKey.of(GrantType.REFRESH_TOKEN, new Handle(name));
  }

  private boolean keep(String name, Instant end) {
    return store.create(
        key(name),
        new StoredGrant("g", "client", Optional.empty(), Optional.empty(), NOW, end, "p"));
  }

  private void keepExpired(int count) throws SQLException {
    String insert =
        "INSERT INTO grants (handle_hash, type, grant_id, client_id, created_at, expires_at,"
            + " payload) SELECT 'expired' || n, 'REFRESH_TOKEN', 'e', 'client', ?, ?, 'p' FROM ";
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(insert + numbers(count))) {
      GrantRows.parameters(statement).time(NOW.minusSeconds(7200)).time(NOW.minusSeconds(3600));
      assertThat(statement.executeUpdate()).isEqualTo(count);
    }
  }

  private int rows() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM grants")) {
      row.next();
      return row.getInt(1);
    }
  }

  private int clean() {
    int count = 0;
    int deleted = BATCH;
    while (deleted == BATCH) {
      deleted = expired.delete(BATCH);
      count += deleted;
    }
    return count;
  }

  @Test
  void deletesAllThatHasExpiredWhileOthersAreUsed() throws Exception {
    keepExpired(EXPIRED);
    for (int i = 0; i < LIVE; i++) {
      keep("live" + i, NOW.plusSeconds(60));
    }
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<Duration> longest = pool.submit(this::useAll);

    assertThat(clean()).isEqualTo(EXPIRED);

    assertThat(longest.get()).isLessThan(BOUND);
    assertThat(rows()).as("those used up wait for their own end").isEqualTo(LIVE);
    pool.shutdown();
  }

  private Duration useAll() {
    long longest = 0;
    for (int i = 0; i < LIVE; i++) {
      long start = System.nanoTime();
      assertThat(store.consume(key("live" + i), "client")).isInstanceOf(Outcome.First.class);
      longest = Math.max(longest, System.nanoTime() - start);
    }
    return Duration.ofNanos(longest);
  }

  @Test
  void leavesWhatMayLiveByTheClockOfAnotherNode() throws SQLException {
    keep("ended", NOW.minusSeconds(299));
    keep("used", NOW.plusSeconds(60));
    store.consume(key("used"), "client");

    assertThat(clean()).isZero();
    assertThat(rows()).isEqualTo(2);
    assertThat(store.consume(key("used"), "client")).isEqualTo(new Outcome.Replayed<>("g"));
  }

  @Test
  void deletesNoMoreThanABatch() throws SQLException {
    keepExpired(10);

    assertThat(expired.delete(4)).isEqualTo(4);
    assertThat(rows()).isEqualTo(6);
  }

  @Test
  void passesOverWhatSomebodyHolds() throws SQLException {
    keepExpired(10);
    try (Connection holder = source.getConnection()) {
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.executeUpdate("UPDATE grants SET attempt = 'a' WHERE handle_hash = 'expired3'");

        assertThat(clean()).isEqualTo(9);
      }
      holder.rollback();
    }
    assertThat(clean()).isEqualTo(1);
  }
}
