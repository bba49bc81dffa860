package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.bench.BenchUsers;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Commands;
import org.gatehouse.cluster.bench.FrontProxy;
import org.gatehouse.cluster.bench.FrontProxy.Program;
import org.gatehouse.cluster.bench.H2ServerDatabase;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.Person;
import org.gatehouse.demo.Provider;
import org.gatehouse.demo.RelyingParty;
import org.gatehouse.demo.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two nodes behind what an operator really has in front of them. */
@DisplayName("Nodes behind a load balancer of docs/deployment")
class FrontProxyClusterIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Secrets SECRETS = new Secrets();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Cluster.Plan plan() {
    Cluster.Plan plan = Cluster.Plan.ofTheBuild("proxy", 2);
    return plan.with(H2ServerDatabase.in(plan.directory()));
  }

  @Test
  void serveASignInAndItsTokensWhileANodeIsKilledAndDrained() throws Exception {
    Program program = Program.HAPROXY;
    assumeTrue(program.missing().isEmpty(), () -> program.missing().get());
    int port = FrontProxy.freePort();
    try (Cluster cluster = Cluster.open(plan())) {
      share(cluster, "http://localhost:" + port);
      cluster.start(START);
      try (FrontProxy proxy = open(program, cluster, port)) {
        keepsOperationsInside(proxy.uri());
        Node first = cluster.node("n1");
        RelyingParty client = client(proxy.uri(), BenchClients.QUICK);
        Attempt attempt = client.begin("openid", "profile", "offline_access", BenchClients.SCOPE);
        Browser browser = new Browser(proxy.uri(), SECRETS);
        Person user = new Person("user1", BenchUsers.password("user1"));
        OIDCTokens tokens =
            RelyingParty.granted(
                client.redeem(attempt, client.code(attempt, user.pass(browser, attempt.uri()))));

        first.kill9();
        tokens = RelyingParty.granted(client.refresh(tokens.getRefreshToken()));
        machines(proxy.uri(), 20);
        first.start();
        cluster.awaitReady(START);
        Patience.of(Duration.ofSeconds(20))
            .until("the proxy has it back", () -> proxy.log().contains("Server nodes/a is UP"));
        drain(cluster.node("n2"), proxy.uri());

        assertThat(client.userinfo(tokens.getAccessToken()).indicatesSuccess()).isTrue();
      }
      try (FrontProxy proxy = open(Program.NGINX, cluster, port)) {
        keepsOperationsInside(proxy.uri());
        machines(proxy.uri(), 20);
      }
    }
  }

  /** All nodes have one database, and the address of the proxy. */
  private static void share(Cluster cluster, String issuer) {
    for (Node node : cluster.nodes()) {
      node.set("DATABASE_URL", cluster.database().url());
      node.set("DATABASE_USER", cluster.database().user());
      node.set("DATABASE_PASSWORD", cluster.database().password());
      node.set("GATEHOUSE_ISSUER", issuer);
    }
  }

  private static FrontProxy open(Program program, Cluster cluster, int port) throws Exception {
    Path directory = cluster.directory().resolve(program.name());
    return FrontProxy.open(
        program,
        directory,
        port,
        "10.255.255.0/24",
        cluster.nodes().stream().map(Node::address).toList());
  }

  private static RelyingParty client(URI issuer, String id) throws Exception {
    return RelyingParty.confidential(
        Provider.discover(issuer), SECRETS, id, BenchClients.SECRET, BenchClients.CALLBACK);
  }

  private static void machines(URI issuer, int count) throws Exception {
    RelyingParty machine = client(issuer, BenchClients.MACHINE);
    for (int i = 0; i < count; i++) {
      assertThat(machine.clientCredentials(BenchClients.SCOPE).indicatesSuccess()).isTrue();
    }
  }

  /** Also where the path is written in a way that only the node would read so. */
  private static void keepsOperationsInside(URI proxy) throws Exception {
    for (String path :
        List.of(
            "/health/ready",
            "/admin/v1/clients",
            "/%68ealth/ready",
            "//health/ready",
            "/x/../health/ready",
            "/x;/..;/health/ready",
            "/.%2fhealth/ready")) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(proxy + path)).build();
      assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode())
          .as(path)
          .isIn(400, 403, 404);
    }
  }

  /** By the commands of docs/deployment.md; no request fails while the node leaves. */
  private static void drain(Node node, URI proxy) throws Exception {
    Map<String, List<Commands>> page = Commands.of(Path.of("docs/deployment.md"));
    page.get("Health checks").get(0).with("http://127.0.0.1:9080", node.uri().toString()).run();
    Commands leave =
        page.get("Rolling update")
            .get(0)
            .given("PATH", System.getProperty("gatehouse.cluster.home") + "/bin:$PATH")
            .given("WLP_USER_DIR", node.server().getParent().getParent().toString());
    ExecutorService operator = Executors.newSingleThreadExecutor();
    try {
      Future<String> left = operator.submit(() -> leave.runOn(node));
      while (!left.isDone()) {
        machines(proxy, 5);
      }
      left.get();
    } finally {
      operator.shutdownNow();
    }
    Patience.of(Duration.ofSeconds(10)).until("it has ended", () -> !node.isAlive());
    machines(proxy, 20);
  }
}
