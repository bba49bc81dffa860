package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("Grants in PostgreSQL, while it is away")
class PostgresOutageIT {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final GrantKey KEY = GrantKey.of(GrantType.REFRESH_TOKEN, new Handle("a"));

  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = Postgres.own();
  }

  @AfterAll
  static void end() {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static GrantStore store(DataSource source) {
    return new JdbcGrantStore(new Database(source), Clock.systemUTC());
  }

  private static DataSource pooled() {
    String url = postgres.newDatabase();
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(url);
    plain.setUser(postgres.user());
    new Migrations(plain).apply();
    AtomicReference<Connection> kept = new AtomicReference<>();
    return driver(
        () -> {
          Connection connection = kept.get();
          if (connection == null || connection.isClosed()) {
            connection = plain.getConnection();
            kept.set(connection);
          }
          return unclosed(connection);
        });
  }

  /** It stays open for the next one, as in a pool; the driver closes one that broke. */
  private static Connection unclosed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            PostgresOutageIT.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              try {
                return method.getName().equals("close")
                    ? null
                    : method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void keep(GrantStore store) {
    Instant now = Instant.now();
    store.create(
        KEY,
        new StoredGrant(
            "g", "client", Optional.empty(), Optional.empty(), now, now.plusSeconds(600), "p"));
  }

  private static void assertRefusedInTime(GrantStore store) {
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.find(KEY));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    }
  }

  private static void assertBackInTime(GrantStore store) {
    long start = System.nanoTime();
    boolean back = false;
    while (!back && System.nanoTime() - start < RECOVERY.toNanos()) {
      back = isBack(store);
    }
    assertThat(back).isTrue();
  }

  private static boolean isBack(GrantStore store) {
    try {
      return store.find(KEY).isPresent();
    } catch (StoreUnavailableException notYet) {
      Thread.onSpinWait();
      return false;
    }
  }

  @Test
  void refusesInTimeAndComesBackAfterACrash() {
    GrantStore store = store(pooled());
    keep(store);
    postgres.stop();

    assertRefusedInTime(store);
    postgres.startAgain();
    assertBackInTime(store);
  }

  @Test
  void servesTheFirstCallAfterARestartThatNobodyNoticed() {
    GrantStore store = store(pooled());
    keep(store);
    postgres.stop();
    postgres.startAgain();

    assertThat(store.find(KEY)).isPresent();
  }

  @Test
  void refusesInTimeAndComesBackAfterASilence() throws Exception {
    GrantStore store = store(pooled());
    keep(store);
    List<Long> processes = processes(postgres.pid());
    signal("-STOP", processes);
    try {
      assertRefusedInTime(store);
    } finally {
      signal("-CONT", processes);
    }
    assertBackInTime(store);
  }

  private static List<Long> processes(long pid) {
    List<Long> processes = new ArrayList<>(List.of(pid));
    ProcessHandle.of(pid)
        .orElseThrow()
        .descendants()
        .map(ProcessHandle::pid)
        .forEach(processes::add);
    return processes;
  }

  private static void signal(String signal, List<Long> processes)
      throws IOException, InterruptedException {
    for (long process : processes) {
      new ProcessBuilder("kill", signal, Long.toString(process)).start().waitFor();
    }
  }

  @Test
  @DisplayName("docs/operational-data.md: loginTimeout is for a server that accepts and is silent")
  void refusesInTimeWhereNoConnectionComesAbout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url =
          "jdbc:postgresql://127.0.0.1:%d/x?user=x&loginTimeout=00.5&connectTimeout=1&socketTimeout=60";

      String address = url.formatted(silent.getLocalPort());

      assertRefusedInTime(store(driver(() -> DriverManager.getConnection(address))));
    }
  }

  @Test
  @DisplayName("docs/operational-data.md: connects by the address that it gives")
  void connectsByTheDocumentedAddress() throws Exception {
    String documented =
        Files.readAllLines(Path.of("docs/operational-data.md")).stream()
            .filter(line -> line.startsWith("DATABASE_URL="))
            .findFirst()
            .orElseThrow();
    String parameters = documented.substring(documented.indexOf('?'));

    try (Connection connection =
            DriverManager.getConnection(postgres.newDatabase() + parameters, postgres.user(), "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("5s");
    }
  }

  private static DataSource driver(Callable<Connection> connections) {
    return (DataSource)
        Proxy.newProxyInstance(
            PostgresOutageIT.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> connections.call());
  }
}
