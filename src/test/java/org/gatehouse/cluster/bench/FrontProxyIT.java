package org.gatehouse.cluster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.cluster.bench.FrontProxy.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The load balancers of docs/deployment")
class FrontProxyIT {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String OUTSIDE = "10.0.0.0/8";
  private static final String INSIDE = "127.0.0.0/8";

  @TempDir private Path directory;
  private StubNode one;
  private StubNode two;
  private FrontProxy proxy;

  @BeforeEach
  void start() throws Exception {
    one = new StubNode("one");
    two = new StubNode("two");
  }

  @AfterEach
  void stop() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
    one.close();
    two.close();
  }

  private void open(Program program, String inside) throws Exception {
    assumeTrue(program.missing().isEmpty(), () -> program.missing().get());
    proxy =
        FrontProxy.open(
            program,
            directory,
            FrontProxy.freePort(),
            inside,
            List.of(one.address(), two.address()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(proxy.uri() + path));
  }

  private String post() throws Exception {
    return send(request("/connect/token").POST(BodyPublishers.ofString("x"))).body();
  }

  private Set<String> answers(int count) throws Exception {
    Set<String> answers = new HashSet<>();
    for (int i = 0; i < count; i++) {
      answers.add(post());
    }
    return answers;
  }

  private int status(String path) throws Exception {
    return send(request(path)).statusCode();
  }

  @ParameterizedTest
  @EnumSource
  void goRoundTheNodes(Program program) throws Exception {
    open(program, OUTSIDE);

    for (int i = 0; i < 20; i++) {
      assertThat(post()).isIn("one x", "two x");
    }

    assertThat(one.seen()).hasSize(10);
    assertThat(two.seen()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource
  void tellTheNodeHowTheClientCameWhateverTheClientSays(Program program) throws Exception {
    open(program, OUTSIDE);

    HttpResponse<String> answer =
        send(
            request("/")
                .header("Forwarded", "host=evil.test")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.test"));

    assertThat(answer.headers().firstValue("X-Seen-Forwarded")).hasValue("");
    assertThat(answer.headers().firstValue("X-Seen-X-Forwarded-For")).hasValue("127.0.0.1");
    assertThat(answer.headers().firstValue("X-Seen-X-Forwarded-Proto")).hasValue("http");
    assertThat(answer.headers().firstValue("X-Seen-Host")).hasValue(proxy.uri().getAuthority());
  }

  @ParameterizedTest
  @EnumSource
  void keepAdministrationAndProbesInside(Program program) throws Exception {
    open(program, OUTSIDE);

    for (String path :
        List.of(
            "/admin/v1/clients",
            "/ADMIN",
            "/%61dmin/v1/clients",
            "/admin%2fv1/clients",
            "/admin;x/v1/clients",
            "//admin/v1/clients",
            "/health",
            "/health/ready",
            "/metrics")) {
      assertThat(status(path)).as(path).isIn(403, 404);
    }
    assertThat(one.seen()).isEmpty();
    assertThat(two.seen()).isEmpty();
    assertThat(status("/healthy")).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void letTheInsideSeeThem(Program program) throws Exception {
    open(program, INSIDE);

    assertThat(status("/admin/v1/clients")).isEqualTo(200);
    assertThat(status("/health/ready")).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void askAnotherNodeWhereOneIsNotReached(Program program) throws Exception {
    open(program, OUTSIDE);
    one.stop();

    for (int i = 0; i < 10; i++) {
      assertThat(post()).isEqualTo("two x");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RFC 9110 §9.2.2: never send a POST twice")
  void neverSendAPostTwice(Program program) throws Exception {
    open(program, OUTSIDE);
    one.hangUp();
    two.hangUp();

    HttpResponse<String> answer =
        send(request("/connect/token").POST(BodyPublishers.ofString("code=1")));

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(one.seen().size() + two.seen().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "HAPROXY")
  void takeANodeOutThatIsNotReadyAndBack(Program program) throws Exception {
    open(program, OUTSIDE);
    one.setReady(false);
    Patience.of(Duration.ofSeconds(5))
        .until("only two is asked", () -> answers(4).equals(Set.of("two x")));

    one.setReady(true);

    Patience.of(Duration.ofSeconds(5))
        .until("one is asked, too", () -> answers(4).contains("one x"));
  }
}
