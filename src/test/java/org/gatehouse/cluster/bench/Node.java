package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One Gatehouse on Open Liberty: a process of its own on a host of its own, over the one
 * installation, with its own user directory, settings and logs.
 */
public final class Node {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

  /** Between two looks at a node that starts, which needs the same cores. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final String name;
  private final InetSocketAddress address;
  private final List<String> enter;
  private final Path liberty;
  private final ServerDirectory directory;
  private final Map<String, String> settings = new TreeMap<>();
  private Child child;
  private boolean closed;

  Node(String name, InetSocketAddress address, List<String> enter, Path liberty, Path directory) {
    this.name = name;
    this.address = address;
    this.enter = enter;
    this.liberty = liberty;
    this.directory = new ServerDirectory(directory);
    set("HTTP_HOST", address.getHostString());
    set("HTTP_PORT", String.valueOf(address.getPort()));
    set("HTTPS_PORT", String.valueOf(address.getPort() + 1));
    set("WLP_USER_DIR", directory.toString());
    set("GATEHOUSE_CONFIGURATION_LOCATION", this.directory.clients().toString());
  }

  public String name() {
    return name;
  }

  public InetSocketAddress address() {
    return address;
  }

  /** Where it answers without a balancer. */
  public URI uri() {
    return URI.create("http://" + address.getHostString() + ":" + address.getPort());
  }

  /** A variable of its environment, from its next start on. */
  public Node set(String variable, String value) {
    settings.put(variable, value);
    return this;
  }

  public Path logs() {
    return directory.logs();
  }

  /** The file with the clients of the bench. */
  public Path clients() {
    return directory.clients();
  }

  /** What a command starts with that is to run on its host. */
  List<String> enter() {
    return enter;
  }

  /** The directory of its server: server.xml, ext, logs. */
  public Path server() {
    return directory.server();
  }

  ServerDirectory directory() {
    return directory;
  }

  /** Starts the process; {@link #awaitReady} waits for it. */
  public synchronized void start() throws IOException {
    if (isAlive() || closed) {
      throw new IllegalStateException(name + (closed ? " is over" : " runs already"));
    }
    child = Child.start(command("run"), settings, directory.console());
  }

  /** The script becomes java, so that the pid is java's. */
  private List<String> command(String action) {
    List<String> command = new ArrayList<>(enter);
    command.add(liberty.resolve("bin/server").toString());
    command.add(action);
    command.add(ServerDirectory.SERVER);
    return command;
  }

  public void awaitReady(Duration longest) throws Exception {
    Patience.of(longest)
        .every(LOOK)
        .until(
            name + " is ready, see " + logs(),
            () -> {
              if (!isAlive()) {
                throw new IOException(name + " has ended, see " + logs());
              }
              return isReady();
            });
  }

  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public synchronized boolean isAlive() {
    return child != null && child.isAlive();
  }

  public synchronized long pid() {
    return child.pid();
  }

  /** SIGKILL. */
  public synchronized void kill9() throws IOException {
    child.kill9();
  }

  /**
   * Asks it to stop in order; how long that took. One that does not is killed, and that is told.
   */
  public synchronized Duration stop() throws IOException {
    long start = System.nanoTime();
    Map<String, String> home = Map.of("WLP_USER_DIR", settings.get("WLP_USER_DIR"));
    try (Child stopping = Child.start(command("stop"), home, directory.console())) {
      if (!child.exits(LONGEST_STOP)) {
        child.kill9();
        throw new IOException(name + " did not stop within " + LONGEST_STOP);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      stopping.awaitExit(LONGEST_STOP);
      return took;
    }
  }

  /** SIGTERM, which is what a service manager sends; how long the end took. */
  public synchronized Duration terminate() throws IOException {
    long start = System.nanoTime();
    child.terminate();
    child.awaitExit(LONGEST_STOP);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** SIGSTOP: it holds everything, and answers nothing. */
  public synchronized void pause() throws IOException {
    child.pause();
  }

  public synchronized void resume() throws IOException {
    child.resume();
  }

  /** Nothing starts it again: the bench may end while a test goes on. */
  synchronized void close() {
    closed = true;
    if (child != null) {
      child.close();
    }
  }
}
