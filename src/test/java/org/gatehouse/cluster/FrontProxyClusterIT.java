package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Commands;
import org.gatehouse.cluster.bench.FrontProxy;
import org.gatehouse.cluster.bench.FrontProxy.Program;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.Route;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The nodes behind what an operator really has in front of them. How a drained node leaves HAProxy
 * and comes back is in {@link RollingRestartClusterIT}. Last of the shared cluster, for it leaves a
 * node dead, whose start the next test would wait for.
 */
@DisplayName("Nodes behind the load balancers of docs/deployment")
@Order(20)
class FrontProxyClusterIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void serveSignInsAndTokensWhileANodeIsKilled() throws Exception {
    List<Program> programs =
        List.of(Program.values()).stream().filter(each -> each.missing().isEmpty()).toList();
    assumeTrue(!programs.isEmpty(), "neither HAProxy nor nginx is installed");
    Cluster cluster = SharedCluster.ready();
    for (Node node : cluster.nodes()) {
      isReady(node);
    }
    Map<FrontRoute, Grant> grants = new LinkedHashMap<>();
    try (History history = History.open(Judged.file(cluster, "proxy"));
        LoadDriver driver = new LoadDriver(cluster, history)) {
      for (Program program : programs) {
        FrontRoute front = FrontRoute.open(program, cluster);
        keepsOperationsInside(front.proxy());
        grants.put(front, driver.visitor().signIn(front.route()).orElseThrow());
      }
      history.fault("kill of n1");
      cluster.nodes().get(0).kill9();
      grants.forEach((front, grant) -> serves(driver, front.route(), grant));
    } finally {
      for (FrontRoute front : grants.keySet()) {
        front.close();
      }
    }
    new Figures("front proxies").print("served a sign-in and tokens", programs);
    Judged.of(cluster, "proxy").holds();
  }

  private static void serves(LoadDriver driver, Route route, Grant grant) {
    for (int i = 0; i < 20; i++) {
      ok(driver.calls().clientCredentials(route));
    }
    ok(driver.calls().refresh(grant, route));
    ok(driver.calls().userinfo(grant, route));
  }

  private static void ok(Call call) {
    assertThat(call.ok()).as(call.toString()).isTrue();
  }

  /** By the command of docs/deployment.md. */
  private static void isReady(Node node) throws Exception {
    Commands.of(Path.of("docs/deployment.md"))
        .get("Health checks")
        .get(0)
        .with("http://127.0.0.1:9080", node.uri().toString())
        .run();
  }

  /** Also where the path is written in a way that only the node would read so. */
  private static void keepsOperationsInside(FrontProxy proxy) throws Exception {
    for (String path :
        List.of(
            "/health/ready",
            "/admin/v1/clients",
            "/%68ealth/ready",
            "//health/ready",
            "/x/../health/ready",
            "/x;/..;/health/ready",
            "/.%2fhealth/ready")) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(proxy.uri() + path)).build();
      assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode())
          .as(path)
          .isIn(400, 403, 404);
    }
  }
}
