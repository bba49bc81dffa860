package org.gatehouse.cluster;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.cluster.bench.Balancer;
import org.gatehouse.cluster.bench.BenchClients;

/** A program that asks at one address, of the balancer or of a node, and sees who answers. */
record Program(URI base) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer, and the node that gave it where the balancer tells. */
  record Seen(int status, String node, String tag, String body) {}

  /** Asks the token endpoint as a client of the bench. */
  Seen tokens(String client, Map<String, String> form) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + BenchClients.SECRET).getBytes(StandardCharsets.UTF_8));
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(base.resolve("/connect/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Asks for a token of the client's own. */
  Seen token(String client, String scope) throws Exception {
    return tokens(client, Map.of("grant_type", "client_credentials", "scope", scope));
  }

  Seen get(String path) throws Exception {
    return send(HttpRequest.newBuilder(base.resolve(path)));
  }

  Seen get(String path, String token) throws Exception {
    return send(
        HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token));
  }

  /** Changes something below /admin/v1. */
  Seen change(String method, String path, String token, Optional<String> tag, String json)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/admin/v1/" + path))
            .header("Authorization", "Bearer " + token)
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    tag.ifPresent(value -> request.header("If-Match", value));
    return send(request);
  }

  private static Seen send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    return new Seen(
        answer.statusCode(),
        answer.headers().firstValue(Balancer.NODE).orElse(""),
        answer.headers().firstValue("ETag").orElse(""),
        answer.body());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
