package org.gatehouse.cluster.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.gatehouse.cluster.bench.Balancer;

/** Sends requests, and takes a missing answer for an answer. */
final class Wire {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final Duration patience;

  /** Waits so long for an answer. */
  Wire(Duration patience) {
    this.patience = patience;
  }

  Reply send(Route route, HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
      String node = answer.headers().firstValue(Balancer.NODE).orElse(route.node());
      String error = answer.headers().firstValue(Balancer.ERROR).orElse("");
      String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
      return new Reply(answer.statusCode(), node, error, answer.body(), retryAfter);
    } catch (IOException e) {
      return Reply.none(route.node(), e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.none(route.node(), "interrupted");
    }
  }
}
