package org.gatehouse.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Proves the running server from outside, in two calls of the build. {@code run FILE LOGS} goes
 * through the main job as a client that shares no code with the server, and writes its verdict to
 * the file, but never fails, so that the build goes on and stops the server; {@code check FILE}
 * comes after the stop and fails unless the verdict is {@code ok}.
 */
public final class DemoProof {
  private static final String OK = "ok";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PrintStream out;
  private final URI issuer;
  private final Path directory;
  private final ServerLog log;
  private final Secrets secrets = new Secrets();

  private DemoProof(PrintStream out, Path directory, Path logs) {
    this.out = out;
    this.issuer =
        URI.create("http://localhost:" + System.getenv().getOrDefault("HTTP_PORT", "9080"));
    this.directory = directory;
    this.log = new ServerLog(logs);
  }

  public static void main(String[] arguments) throws IOException {
    Path verdict = Path.of(arguments[1]).toAbsolutePath();
    if (arguments[0].equals("run")) {
      run(verdict, Path.of(arguments[2]));
    } else {
      check(verdict);
    }
  }

  private static void run(Path verdict, Path logs) throws IOException {
    Files.createDirectories(verdict.getParent());
    Files.writeString(verdict, "not finished");
    try {
      new DemoProof(System.out, verdict.getParent(), logs).prove();
      Files.writeString(verdict, OK);
    } catch (Exception | LinkageError | AssertionError failure) {
      Files.writeString(verdict, "FAILED: " + failure.getMessage());
    }
  }

  private static void check(Path verdict) throws IOException {
    String found = Files.exists(verdict) ? Files.readString(verdict) : "the proof did not run";
    if (!found.equals(OK)) {
      throw new DemoFailed(found);
    }
  }

  private void prove() throws IOException {
    out.println();
    Steps steps = new Steps(out);
    DemoRun run = new DemoRun(issuer, directory.resolve("credentials"), secrets);
    steps.step("server is ready", this::awaitReadiness);
    run.through(steps);
    steps.step("log of the server", this::inspectLog);
    TokenFile.write(directory.resolve("tokens.json"), run.tokens());
    out.println();
    out.println("  " + steps.total() + ", issuer " + issuer);
    out.println("  users       alice and bob, passwords in " + shown("credentials"));
    out.println("  tokens      " + shown("tokens.json"));
    out.println(
        "  keep it up  mvn -Pdemo liberty:run, then "
            + issuer
            + "/.well-known/openid-configuration");
    out.println();
    if (steps.failure() != null) {
      throw new DemoFailed(steps.failure());
    }
  }

  private String awaitReadiness() throws Exception {
    URI health = issuer.resolve("/health/ready");
    Instant deadline = Instant.now().plus(PATIENCE);
    String seen = statusOf(health);
    while (!seen.equals("200")) {
      Expect.that(Instant.now().isBefore(deadline), "200 at " + health, seen);
      Thread.sleep(200);
      seen = statusOf(health);
    }
    return health.toString();
  }

  private static String statusOf(URI address) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    try {
      return String.valueOf(
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode());
    } catch (IOException noAnswer) {
      return noAnswer.toString();
    }
  }

  private String inspectLog() throws IOException {
    Expect.equal("errors", List.of(), log.errors());
    Expect.equal("failure records", List.of(), log.failureRecords());
    Expect.equal("secrets in the log", List.of(), log.leaks(secrets));
    return "no error, no failure record, none of " + secrets.count() + " secrets";
  }

  private Path shown(String file) {
    Path here = Path.of("").toAbsolutePath();
    Path path = directory.resolve(file);
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
