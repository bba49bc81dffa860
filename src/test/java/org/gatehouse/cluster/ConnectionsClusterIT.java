package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Database;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.Stock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Connections to PostgreSQL when the work is done")
@Order(6)
class ConnectionsClusterIT {
  private static final String OPEN =
      "select state, query from pg_stat_activity where state like 'idle in transaction%'";

  @Test
  void holdNoTransactionOpen() throws Exception {
    assumeFalse(SharedCluster.isOnH2(), "needs PostgreSQL");
    Cluster cluster = SharedCluster.ready();
    try (History history = History.open(Judged.file(cluster, "connections"));
        LoadDriver driver = new LoadDriver(cluster, history);
        Stock stock = new Stock(driver, 4)) {
      stock.make(20);
      stock.rotate(10);
      stock.look();
    }
    List<String> open = open(cluster.database());
    new Figures("connections").print("transactions that are left open", open);

    assertThat(open).isEmpty();
  }

  private static List<String> open(Database database) throws SQLException {
    List<String> open = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(OPEN)) {
      while (rows.next()) {
        open.add(rows.getString(1) + ": " + rows.getString(2));
      }
    }
    return open;
  }
}
