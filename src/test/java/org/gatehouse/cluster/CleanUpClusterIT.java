package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Database;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.bench.PostgresDatabase;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Very many grants have expired, and leave the database while clients call. */
@DisplayName("Expired grants")
@Order(7)
class CleanUpClusterIT {
  private static final int EXPIRED = Load.size("expired", 20_000, 1_000_000);
  private static final int WORKERS = Load.size("workers", 4);
  private static final Duration ALONE = Duration.ofSeconds(Load.size("alone-seconds", 2, 20));

  /** Counting costs the database something, too. */
  private static final Duration COUNTING = Duration.ofMillis(Load.size("count-millis", 100, 500));

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Rules RULES = Rules.STRICT.withRacesThatMayEndTheGrant();
  private static final Pattern LOCK =
      Pattern.compile(
          "deadlock|lock timeout|could not obtain lock|could not be deleted|40P01|55P03");

  /** As refresh tokens are, with sealed payloads of their length. */
  private static final String INSERT =
      "INSERT INTO grants (handle_hash, type, grant_id, client_id, subject, session_id, created_at,"
          + " expires_at, attempt, payload) SELECT 'expired-' || n, 'REFRESH_TOKEN', 'grant-' || n,"
          + " 'bench-quick', 'sub-' || n, 'session-' || n, now() - interval '31 days',"
          + " now() - interval '1 day' + n * interval '10 milliseconds', NULL, repeat('x', 900)"
          + " FROM generate_series(1, ?) AS n";

  private static final Figures FIGURES = new Figures("clean-up");

  @Test
  void leaveWithoutALockErrorWhileClientsCall() throws Exception {
    assumeFalse(SharedCluster.isOnH2(), "needs PostgreSQL");
    Cluster cluster = SharedCluster.ready();
    FIGURES.print("seed", Load.SEED);
    Path file = cluster.directory().resolve("clean-up/history.jsonl");
    try (History history = History.open(file);
        Connection connection = connect(cluster.database());
        LoadDriver driver = new LoadDriver(cluster, history);
        Load load = Load.closed(driver, WORKERS)) {
      load.lasts(ALONE);
      fillAndAwait(history, connection);
      load.lasts(ALONE);
      load.stop(Duration.ofSeconds(30));
      driver.readAll();

      List<Call> calls = History.read(file);
      print(calls);
      List<String> faults = lockErrors(cluster);
      FIGURES.print("lock errors in logs", faults.size());
      Verdict verdict = FIGURES.judge(history, RULES);
      assertThat(faults).isEmpty();
      assertThat(calls).filteredOn(call -> !call.ok() && !isRefusal(call)).isEmpty();
      assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    }
  }

  private static void fillAndAwait(History history, Connection connection) throws Exception {
    history.begin(Operation.VISIT).key("insert").ok();
    insert(connection);
    history.begin(Operation.VISIT).key("clean").ok();
    long start = System.nanoTime();
    Patience.of(LONGEST).every(COUNTING).until("a node begins", () -> left(connection) < EXPIRED);
    history.begin(Operation.VISIT).key("begun").ok();
    long begun = System.nanoTime();
    Patience.of(LONGEST).every(COUNTING).until("all are gone", () -> left(connection) == 0);
    history.begin(Operation.VISIT).key("end").ok();
    FIGURES.print("begun after", Optional.of(Duration.ofNanos(begun - start)));
    FIGURES.print(
        EXPIRED + " gone after", Optional.of(Duration.ofNanos(System.nanoTime() - begun)));
  }

  private static void print(List<Call> calls) {
    FIGURES.print("token calls before", Figures.times(tokens(calls, 0, mark(calls, "insert"))));
    FIGURES.print(
        "token calls while it cleans",
        Figures.times(tokens(calls, mark(calls, "begun"), mark(calls, "end"))));
    FIGURES.print(
        "token calls after", Figures.times(tokens(calls, mark(calls, "end"), Long.MAX_VALUE)));
  }

  /** Races have losers. */
  private static boolean isRefusal(Call call) {
    return call.code().equals("invalid_grant");
  }

  private static List<Call> tokens(List<Call> calls, long from, long to) {
    return calls.stream()
        .filter(call -> call.operation().spends() || call.is(Operation.TOKEN))
        .filter(call -> call.start() >= from && call.end() <= to)
        .toList();
  }

  private static long mark(List<Call> calls, String name) {
    return calls.stream().filter(call -> call.key().equals(name)).findFirst().orElseThrow().start();
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static void insert(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, EXPIRED);
      assertThat(statement.executeUpdate()).isEqualTo(EXPIRED);
    }
  }

  private static long left(Connection connection) throws SQLException {
    String sql = "SELECT count(*) FROM grants WHERE expires_at < now() - interval '1 hour'";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<String> lockErrors(Cluster cluster) throws IOException {
    List<Path> logs = new ArrayList<>();
    logs.add(((PostgresDatabase) cluster.database()).log());
    for (Node node : cluster.nodes()) {
      logs.add(node.logs().resolve("messages.log"));
    }
    List<String> faults = new ArrayList<>();
    for (Path log : logs) {
      try (Stream<String> lines = Files.lines(log)) {
        lines.filter(line -> LOCK.matcher(line).find()).forEach(faults::add);
      }
    }
    return faults;
  }
}
