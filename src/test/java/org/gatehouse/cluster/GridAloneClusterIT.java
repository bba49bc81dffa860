package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.MemberKeys;
import org.gatehouse.cluster.bench.Node;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Three nodes with grants and keys in the grid alone, without a database")
@Order(23)
@Tag("full")
class GridAloneClusterIT {
  private static final Duration START = Duration.ofMinutes(4);
  private static final Pattern KID = Pattern.compile("\"kid\"\\s*:\\s*\"([^\"]+)\"");

  private static Cluster open() throws Exception {
    Cluster.Plan plan = Cluster.Plan.ofTheBuild("grid-alone", SharedCluster.NODES);
    MemberKeys keys = MemberKeys.in(plan.directory().resolveSibling("member-keys"));
    Map<String, String> settings = new HashMap<>(keys.settings());
    settings.put("GATEHOUSE_STORE_OPERATIONAL", "infinispan");
    settings.put("GATEHOUSE_STORE_OPERATIONAL_DURABLE", "false");
    settings.put("GATEHOUSE_STORE_KEYS", "grid");
    settings.put("GATEHOUSE_CLUSTER_EXPECTED_MEMBERS", "3");
    settings.put("GATEHOUSE_CLUSTER_DISCOVERY", "static");
    Cluster cluster = Cluster.open(plan.with(settings));
    String hosts =
        cluster.nodes().stream()
            .map(node -> node.address().getHostString() + ":7800")
            .collect(Collectors.joining(","));
    for (Node node : cluster.nodes()) {
      node.set("GATEHOUSE_CLUSTER_NODE", node.name())
          .set("GATEHOUSE_CLUSTER_BIND_ADDRESS", node.address().getHostString())
          .set("GATEHOUSE_CLUSTER_HOSTS", hosts);
    }
    return cluster;
  }

  private static Set<String> kids(Node node) throws Exception {
    String jwks = new Program(node.uri()).get("/.well-known/openid-configuration/jwks").body();
    Set<String> kids = new TreeSet<>();
    for (Matcher found = KID.matcher(jwks); found.find(); ) {
      kids.add(found.group(1));
    }
    return kids;
  }

  private static void startAll(Cluster cluster) throws Exception {
    for (Node node : cluster.nodes()) {
      node.start();
    }
    for (Node node : cluster.nodes()) {
      node.awaitReady(START);
    }
  }

  @Test
  void haveOneSetOfKeysOverTheRestartOfOneAndAnotherAfterTheEndOfAll() throws Exception {
    SharedCluster.end();
    try (Cluster cluster = open()) {
      startAll(cluster);
      Set<String> kids = kids(cluster.node("n1"));
      assertThat(kids).isNotEmpty();
      for (Node node : cluster.nodes()) {
        assertThat(kids(node)).isEqualTo(kids);
        assertThat(Files.readString(node.logs().resolve("messages.log")))
            .contains("Keys are in the grid alone");
      }

      cluster.node("n1").kill9();
      cluster.node("n1").start();
      cluster.node("n1").awaitReady(START);
      assertThat(kids(cluster.node("n1"))).isEqualTo(kids);

      for (Node node : cluster.nodes()) {
        node.kill9();
      }
      startAll(cluster);
      assertThat(kids(cluster.node("n2"))).isNotEmpty().doesNotContainAnyElementsOf(kids);
      assertThat(kids(cluster.node("n3"))).isEqualTo(kids(cluster.node("n2")));
    }
  }
}
