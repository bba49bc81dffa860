package org.gatehouse.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Database;
import org.gatehouse.cluster.bench.H2ServerDatabase;
import org.gatehouse.cluster.bench.MemberKeys;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.PostgresDatabase;

/**
 * Nodes that share everything, set as an operator would set them: clients, keys and grants in one
 * database, codes in the grid before it, mutual TLS between the members.
 *
 * <p>The database is PostgreSQL where it is installed, else an H2 server; {@code
 * -Dgatehouse.cluster.database=h2} asks for the latter.
 */
public final class SharedCluster {
  public static final Duration START = Duration.ofMinutes(4);
  public static final int NODES = 3;

  /** The client that may administer. */
  public static final String ADMIN = "bench-admin";

  private static Cluster kept;

  private SharedCluster() {}

  /**
   * The one of this run with three nodes, all of them ready. It starts for the first test that asks
   * and ends with the run; for the next test every cut is healed and every dead node started.
   */
  public static synchronized Cluster ready() throws Exception {
    if (kept == null) {
      Cluster cluster = open("shared", NODES, Map.of());
      cluster.start(START);
      kept = cluster;
    } else {
      whole(kept);
    }
    return kept;
  }

  /** Ends it, where nothing but a test with a cluster of its own is to come. */
  static synchronized void end() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }

  /** Heals every cut, starts every dead node, and waits until all are ready. */
  public static void whole(Cluster cluster) throws Exception {
    if (cluster.canCut()) {
      cluster.healAll();
    }
    for (Node node : cluster.nodes()) {
      if (!node.isAlive()) {
        node.start();
      }
    }
    cluster.awaitReady(START);
  }

  /** One of the test's own on a fresh database, not started; the settings go before the usual. */
  public static Cluster open(String name, int nodes, Map<String, String> settings)
      throws IOException {
    return open(Cluster.Plan.ofTheBuild(name, nodes), settings);
  }

  /** The same where the plan has it. */
  static Cluster open(Cluster.Plan plan, Map<String, String> settings) throws IOException {
    MemberKeys keys = MemberKeys.in(plan.directory().resolveSibling("member-keys"));
    Map<String, String> all = new HashMap<>(usual());
    all.putAll(keys.settings());
    all.putAll(settings);
    Cluster cluster = Cluster.open(plan.with(all).with(database(plan.directory())));
    try {
      complete(cluster);
      settings.forEach((key, value) -> cluster.nodes().forEach(node -> node.set(key, value)));
      return cluster;
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
  }

  /** Whether the database is an H2 server. */
  public static boolean isOnH2() {
    return System.getProperty("gatehouse.cluster.database", "").equals("h2")
        || PostgresDatabase.missing().isPresent();
  }

  private static Database.Maker database(Path directory) {
    return isOnH2() ? H2ServerDatabase.in(directory.resolve("h2")) : PostgresDatabase.maker();
  }

  private static Map<String, String> usual() {
    return Map.of(
        "GATEHOUSE_STORE_OPERATIONAL", "infinispan",
        "GATEHOUSE_STORE_CONFIGURATION", "database",
        "GATEHOUSE_CONFIGURATION_LOCATION", "",
        "GATEHOUSE_STORE_KEYS", "database",
        "GATEHOUSE_CLEANUP_INTERVAL", "PT5S",
        "GATEHOUSE_ADMIN_ENABLED", "true");
  }

  /** What depends on where a node and its database are. */
  private static void complete(Cluster cluster) throws IOException {
    Path administrators = cluster.directory().resolve("admin.yaml");
    try (InputStream file = SharedCluster.class.getResourceAsStream("/cluster/admin.yaml")) {
      Files.copy(file, administrators);
    }
    Database database = cluster.database();
    for (Node node : cluster.nodes()) {
      node.set("GATEHOUSE_CLUSTER_NODE", node.name())
          .set("GATEHOUSE_CLUSTER_BIND_ADDRESS", node.address().getHostString())
          .set("GATEHOUSE_CONFIGURATION_IMPORT", node.clients() + "," + administrators)
          .set("ADMIN_JWKS", node.uri() + "/.well-known/openid-configuration/jwks")
          .set("DATABASE_URL", database.url() + parameters())
          .set("DATABASE_USER", database.user())
          .set("DATABASE_PASSWORD", database.password());
    }
  }

  /** Those that docs/operational-data.md asks for. */
  private static String parameters() {
    return isOnH2()
        ? ";WRITE_DELAY=0"
        : "?loginTimeout=00.5&connectTimeout=1&socketTimeout=60&tcpKeepAlive=true"
            + "&options=-c%20idle_in_transaction_session_timeout=5000";
  }
}
