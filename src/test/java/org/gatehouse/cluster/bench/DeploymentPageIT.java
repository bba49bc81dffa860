package org.gatehouse.cluster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.gatehouse.cluster.bench.FrontProxy.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That of "Health checks" is run by FrontProxyClusterIT, those of "Rolling update" by
 * RollingRestartClusterIT.
 */
@DisplayName("The commands of docs/deployment.md")
class DeploymentPageIT {
  private static final String DATABASE = "postgresql://gatehouse@db.example.com/gatehouse";

  private Map<String, List<Commands>> commands;

  @BeforeEach
  void read() throws Exception {
    commands = Commands.of(Path.of("docs/deployment.md"));
  }

  @Test
  void areAllRunBySomeTest() {
    assertThat(commands.keySet())
        .containsExactly(
            "Key material", "Load balancer", "Health checks", "Rolling update", "Backup");
    assertThat(commands.get("Backup")).hasSize(2);
  }

  @Test
  void makeAMasterKey() throws Exception {
    String made = commands.get("Key material").get(0).run();

    assertThat(Base64.getDecoder().decode(made.strip())).hasSize(32);
  }

  @Test
  void checkTheLoadBalancers() throws Exception {
    for (Program program : Program.values()) {
      assumeTrue(program.missing().isEmpty(), () -> program.missing().get());
    }

    assertThat(commands.get("Load balancer").get(0).run()).contains("valid", "successful");
  }

  @Test
  void saveAndRestore(@TempDir Path directory) throws Exception {
    assumeTrue(PostgresDatabase.missing().isEmpty(), () -> PostgresDatabase.missing().get());
    try (Database database = PostgresDatabase.maker().on("127.0.0.10", List.of())) {
      database.start();
      String address = database.url().replace("jdbc:postgresql://", "postgresql://gatehouse@");
      String dump = directory.resolve("gatehouse.dump").toString();
      try (Connection connection =
              DriverManager.getConnection(database.url(), database.user(), "");
          Statement statement = connection.createStatement()) {
        statement.execute("create table grants(handle varchar(64) primary key)");
        statement.execute("insert into grants values ('kept')");

        here(commands.get("Backup").get(0), address, dump).run();
        statement.execute("update grants set handle = 'lost'");
        here(commands.get("Backup").get(1), address, dump).run();

        try (ResultSet rows = statement.executeQuery("select handle from grants")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1)).isEqualTo("kept");
        }
      }
    }
  }

  private static Commands here(Commands written, String address, String dump) {
    return written.with(DATABASE, address).with("gatehouse.dump", dump);
  }
}
