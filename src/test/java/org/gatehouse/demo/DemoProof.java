package org.gatehouse.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Proves the running server from outside, in two calls of the build. {@code run FILE} makes the
 * checks and writes its verdict to the file, but never fails, so that the build goes on and stops
 * the server; {@code check FILE} comes after the stop and fails unless the verdict is {@code ok}.
 */
public final class DemoProof {
  private static final String OK = "ok";

  private DemoProof() {}

  public static void main(String[] arguments) throws IOException {
    Path verdict = Path.of(arguments[1]);
    if (arguments[0].equals("run")) {
      run(verdict);
    } else {
      check(verdict);
    }
  }

  private static void run(Path verdict) throws IOException {
    Files.createDirectories(verdict.toAbsolutePath().getParent());
    Files.writeString(verdict, "not finished");
    try {
      prove();
      Files.writeString(verdict, OK);
    } catch (Exception | AssertionError failure) {
      Files.writeString(verdict, "failed: " + failure);
    }
  }

  private static void check(Path verdict) throws IOException {
    String found = Files.exists(verdict) ? Files.readString(verdict) : "the proof did not run";
    if (!found.equals(OK)) {
      throw new DemoFailed(found);
    }
  }

  private static void prove() throws IOException, InterruptedException {
    String port = System.getenv().getOrDefault("HTTP_PORT", "9080");
    URI health = URI.create("http://localhost:" + port + "/health/ready");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
    System.out.println(health + " " + response.statusCode() + " " + response.body());
    if (response.statusCode() != 200) {
      throw new DemoFailed("not ready");
    }
  }
}
