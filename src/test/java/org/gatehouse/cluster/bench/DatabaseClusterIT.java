package org.gatehouse.cluster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The databases of the bench")
class DatabaseClusterIT {
  private Network network;

  @BeforeEach
  void open() throws Exception {
    network = Network.open(1);
  }

  @AfterEach
  void close() throws Exception {
    network.close();
  }

  private Database on(Database.Maker maker) throws Exception {
    return maker.on(network.address(Network.DATABASE), network.enter(Network.DATABASE));
  }

  @Test
  void h2KeepsWhatWasCommittedWhenItIsKilled(@TempDir Path directory) throws Exception {
    try (Database database = on(H2ServerDatabase.in(directory))) {
      database.start();
      execute(database, "create table t(x int)");
      execute(database, "insert into t values (1)");
      // H2 itself may write up to half a second later.
      execute(database, "checkpoint sync");
      database.kill9();
      database.start();

      assertThat(count(database)).isEqualTo(1);
    }
  }

  @Test
  void postgresAnswersAgainWhenItWasKilled() throws Exception {
    assumeTrue(PostgresDatabase.missing().isEmpty(), () -> PostgresDatabase.missing().get());
    try (Database database = on(PostgresDatabase.maker())) {
      database.start();
      database.kill9();
      database.start();
      database.pause();
      assertThat(((PostgresDatabase) database).isReady()).isFalse();
      database.resume();

      Patience.of(Duration.ofSeconds(20))
          .until("it answers", ((PostgresDatabase) database)::isReady);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Database database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from t")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
