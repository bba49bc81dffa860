package org.gatehouse.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.jdbc.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change of clients in PostgreSQL, while another one goes on")
class HeldChangeIT {
  private static final String HOLD = "SELECT version FROM configuration_state FOR UPDATE";
  private static final String WAITS =
      "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock' AND clock_timestamp() - query_start > INTERVAL '1 s'";

  private DataSource source;
  private JpaUnit unit;
  private Connection other;

  @BeforeEach
  void hold() throws SQLException {
    source = Postgres.shared().migrated();
    unit = new JpaUnit(new Database(source).lending());
    other = source.getConnection();
    other.setAutoCommit(false);
    run(other, HOLD);
  }

  @AfterEach
  void close() throws SQLException {
    if (unit != null) {
      other.close();
      unit.close();
    }
  }

  @Test
  void isRefusedInLessThanASecondWhereARequestMakesIt() throws SQLException {
    JpaStores stores = new JpaStores(unit, Clock.systemUTC());
    Client client = Client.named("web").build();
    long start = System.nanoTime();

    assertThatThrownBy(() -> stores.clients().create(client))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    other.rollback();
    assertThat(stores.clients().create(client).value()).isEqualTo(client);
  }

  @Test
  void waitsForItsTurnWhereTheImportMakesIt() throws Exception {
    JpaImport importing = new JpaImport(unit, Clock.systemUTC(), false);
    Resources none = new Resources(List.of(), List.of(), List.of());
    ExecutorService start = Executors.newSingleThreadExecutor();
    try {
      Future<JpaImport.Counts> counts =
          start.submit(() -> importing.write(List.of(Client.named("web").build()), none));
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!isWaitedFor() && !counts.isDone()) {
        assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
        Thread.sleep(50);
      }

      other.rollback();

      assertThat(counts.get().created()).isEqualTo(1);
    } finally {
      start.shutdownNow();
    }
  }

  private boolean isWaitedFor() throws SQLException {
    try (Connection connection = source.getConnection()) {
      return run(connection, WAITS) > 0;
    }
  }

  private static long run(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
