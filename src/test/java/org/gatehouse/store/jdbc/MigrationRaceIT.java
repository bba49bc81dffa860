package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.store.Race;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

@DisplayName("Nodes that make the tables at the same moment")
class MigrationRaceIT {
  private static final int NODES = 4;

  @RepeatedTest(5)
  void allEndWithTheTablesOfThisVersion() throws Exception {
    DataSource fresh = Postgres.shared().empty();

    try (Race race = new Race(NODES, 1)) {
      List<String> versions = race.run((hurdle, node) -> new Migrations(fresh).apply()).get(0);

      String version = new Migrations(fresh).apply();
      assertThat(versions).hasSize(NODES).allMatch(version::equals);
    }
  }
}
