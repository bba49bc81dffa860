package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A program that administers the server. */
final class Admin {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Optional<String> token;

  private Admin(Optional<String> token) {
    this.token = token;
  }

  static Admin with(String token) {
    return new Admin(Optional.of(token));
  }

  static Admin withoutToken() {
    return new Admin(Optional.empty());
  }

  static Admin of(String client, String scope) throws Exception {
    return with(token(client, "demo-secret", scope));
  }

  /** The access token that a client gets for itself. */
  static String token(String client, String secret, String scope) throws Exception {
    HttpResponse<String> answer = tokenAnswer(client, secret, scope);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return object(answer).getString("access_token");
  }

  static HttpResponse<String> tokenAnswer(String client, String secret, String scope)
      throws Exception {
    String credentials = client + ":" + secret;
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    String form =
        "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
    return HTTP.send(
        HttpRequest.newBuilder(Actors.at("/connect/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, Optional.empty(), Optional.empty());
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, Optional.of(body), Optional.empty());
  }

  HttpResponse<String> post(String path, String body, String ifMatch) throws Exception {
    return send("POST", path, Optional.of(body), Optional.of(ifMatch));
  }

  HttpResponse<String> put(String path, String body, Optional<String> ifMatch) throws Exception {
    return send("PUT", path, Optional.of(body), ifMatch);
  }

  /** The same with a body that says it is no JSON. */
  HttpResponse<String> postText(String path, String body, Optional<String> ifMatch)
      throws Exception {
    return send("POST", path, "text/plain", Optional.of(body), ifMatch);
  }

  HttpResponse<String> putText(String path, String body, Optional<String> ifMatch)
      throws Exception {
    return send("PUT", path, "text/plain", Optional.of(body), ifMatch);
  }

  HttpResponse<String> delete(String path, Optional<String> ifMatch) throws Exception {
    return send("DELETE", path, Optional.empty(), ifMatch);
  }

  static JsonObject object(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(answer.body()));
  }

  private HttpResponse<String> send(
      String method, String path, Optional<String> body, Optional<String> ifMatch)
      throws Exception {
    return send(method, path, "application/json", body, ifMatch);
  }

  private HttpResponse<String> send(
      String method, String path, String type, Optional<String> body, Optional<String> ifMatch)
      throws Exception {
    URI uri = path.startsWith("/") ? Actors.at(path) : Actors.at("/admin/v1/" + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    body.ifPresent(json -> request.header("Content-Type", type));
    ifMatch.ifPresent(value -> request.header("If-Match", value));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
