package org.gatehouse.cluster.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A node that answers with its name, the body it got, and whatever status it is told. */
final class StubNode implements AutoCloseable {
  private final String name;
  private final InetSocketAddress address;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile boolean ready = true;
  private volatile int status = 200;
  private volatile boolean hangsUp;

  StubNode(String name) throws IOException {
    this.name = name;
    start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.address = server.getAddress();
  }

  private void start(InetSocketAddress where) throws IOException {
    server = HttpServer.create(where, 0);
    server.setExecutor(workers);
    server.createContext("/health/ready", exchange -> reply(exchange, ready ? 200 : 503, ""));
    server.createContext("/", this::work);
    server.start();
  }

  private void work(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    if (hangsUp) {
      exchange.close();
      return;
    }
    if (status == 503) {
      exchange.getResponseHeaders().add("Retry-After", "1");
    }
    String forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-Host");
    exchange.getResponseHeaders().add("X-Seen-Host", String.valueOf(forwarded));
    for (String name : List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto")) {
      List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
      exchange.getResponseHeaders().add("X-Seen-" + name, String.join("|", values));
    }
    reply(exchange, status, name + " " + new String(body, StandardCharsets.UTF_8));
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    // A length of 0 asks for chunks.
    exchange.sendResponseHeaders(status, text.length() % 2 == 0 ? 0 : body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  String name() {
    return name;
  }

  InetSocketAddress address() {
    return address;
  }

  List<String> seen() {
    return seen;
  }

  void setReady(boolean value) {
    ready = value;
  }

  void setStatus(int value) {
    status = value;
  }

  /** From now on it reads requests and closes the connection. */
  void hangUp() {
    hangsUp = true;
  }

  void stop() {
    server.stop(0);
  }

  void restart() throws IOException {
    start(address);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
