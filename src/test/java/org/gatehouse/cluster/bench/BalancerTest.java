package org.gatehouse.cluster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The balancer of the bench")
class BalancerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration SOON = Duration.ofSeconds(5);

  private StubNode one;
  private StubNode two;
  private Balancer balancer;

  @BeforeEach
  void start() throws Exception {
    one = new StubNode("one");
    two = new StubNode("two");
    balance(Duration.ofMillis(20));
  }

  /** A balancer that looks at the nodes so often. */
  private void balance(Duration interval) throws Exception {
    balancer =
        Balancer.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new Balancer.Options("/health/ready", interval, Duration.ofSeconds(2)));
    balancer.add("one", one.address());
    balancer.add("two", two.address());
    awaitHealthy("one", "two");
  }

  @AfterEach
  void stop() throws IOException {
    balancer.close();
    one.close();
    two.close();
  }

  private void awaitHealthy(String... names) throws Exception {
    Patience.of(SOON).until("healthy", () -> balancer.healthy().equals(List.of(names)));
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + balancer.port() + "/a?b=c"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(request().POST(BodyPublishers.ofString(body)));
  }

  private static String node(HttpResponse<String> answer) {
    return answer.headers().firstValue(Balancer.NODE).orElse("");
  }

  @Test
  void goesRoundTheNodesRequestByRequest() throws Exception {
    String first = node(send(request()));
    String second = node(send(request()));

    assertThat(List.of(first, second)).containsExactlyInAnyOrder("one", "two");
    assertThat(node(send(request()))).isEqualTo(first);
    assertThat(balancer.counts()).containsEntry(first, 2L).containsEntry(second, 1L);
  }

  @Test
  void goesRoundTheNodesOnOneConnection() throws Exception {
    String get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    String all;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), balancer.port())) {
      String last = get.replace("Host", "Connection: close\r\nHost");
      socket.getOutputStream().write((get + last).getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      all = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(all).contains(Balancer.NODE + ": one").contains(Balancer.NODE + ": two");
  }

  @Test
  void carriesBodiesBothWaysWithLengthAndInChunks() throws Exception {
    for (String body : List.of("x", "xy", "xyz", "€".repeat(50_000))) {
      HttpResponse<String> answer = post(body);

      assertThat(answer.body()).isEqualTo(node(answer) + " " + body);
    }
    HttpRequest.BodyPublisher chunks =
        BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream("in chunks".getBytes(StandardCharsets.US_ASCII)));

    assertThat(send(request().POST(chunks)).body()).endsWith(" in chunks");
  }

  @Test
  void tellsTheNodeHowTheClientCame() throws Exception {
    assertThat(send(request()).headers().firstValue("X-Seen-Host"))
        .hasValue("localhost:" + balancer.port());
  }

  @Test
  void sendsToTheNodeThatIsAskedFor() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(send(request().header(Balancer.NODE, "two")).body()).isEqualTo("two ");
    }
    assertThat(send(request().header(Balancer.NODE, "three")).statusCode()).isEqualTo(503);
  }

  @Test
  void takesAnUnhealthyNodeOutAndBack() throws Exception {
    one.setReady(false);
    awaitHealthy("two");
    assertThat(node(send(request()))).isEqualTo("two");
    assertThat(node(send(request()))).isEqualTo("two");

    one.setReady(true);
    awaitHealthy("one", "two");
    assertThat(List.of(node(send(request())), node(send(request())))).contains("one", "two");
  }

  @Test
  void forgetsANode() throws Exception {
    balancer.remove("one");

    assertThat(balancer.healthy()).containsExactly("two");
    assertThat(send(request().header(Balancer.NODE, "one")).statusCode()).isEqualTo(503);
  }

  @Test
  void answersItselfWhereNoNodeIsHealthy() throws Exception {
    one.setReady(false);
    two.setReady(false);
    awaitHealthy();

    HttpResponse<String> answer = send(request());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue(Balancer.ERROR)).hasValue("no healthy node");
  }

  @Test
  void triesAnotherNodeWhereTheFirstIsNotReachedAndTakesItOutAtOnce() throws Exception {
    balancer.close();
    balance(Duration.ofHours(1));
    one.stop();

    for (int i = 0; i < 4; i++) {
      assertThat(post("x").body()).isEqualTo("two x");
    }
    assertThat(balancer.retries()).isEqualTo(1);
    assertThat(balancer.healthy()).containsExactly("two");
  }

  @Test
  void triesAnotherNodeOnceWhereAGetIsTurnedAway() throws Exception {
    one.setStatus(503);

    assertThat(node(send(request()))).isEqualTo("two");
    assertThat(node(send(request()))).isEqualTo("two");

    two.setStatus(503);
    assertThat(send(request()).statusCode()).isEqualTo(503);
    assertThat(one.seen().size() + two.seen().size()).isLessThanOrEqualTo(6);
  }

  @Test
  void neverSendsAPostTwice() throws Exception {
    one.setStatus(503);
    two.setStatus(503);
    assertThat(post("x").statusCode()).isEqualTo(503);
    assertThat(one.seen().size() + two.seen().size()).isEqualTo(1);

    one.hangUp();
    two.hangUp();
    HttpResponse<String> answer = post("x");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue(Balancer.ERROR)).hasValue("reset");
    assertThat(one.seen().size() + two.seen().size()).isEqualTo(2);
    assertThat(balancer.retries()).isZero();
  }

  @Test
  void doesNotUseAConnectionThatTheNodeHasClosed() throws Exception {
    post("x");
    post("x");
    one.stop();
    one.restart();
    awaitHealthy("one", "two");

    for (int i = 0; i < 4; i++) {
      assertThat(post("x").statusCode()).isEqualTo(200);
    }
  }
}
