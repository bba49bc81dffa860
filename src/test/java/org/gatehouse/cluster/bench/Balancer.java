package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A load balancer without affinity: each request goes to the next healthy node, whatever connection
 * it comes on. It tries a second node only where the first could not be reached, or where it
 * answered a GET with 503 and {@code Retry-After}; what was sent once by POST is never sent again.
 */
public final class Balancer implements AutoCloseable {
  /** Asks for a node in a request; names the node in an answer. */
  public static final String NODE = "X-Gatehouse-Bench-Node";

  /** In an answer of the balancer itself: why no node answered. */
  public static final String ERROR = "X-Gatehouse-Bench-Error";

  private final ServerSocket server;
  private final Options options;
  private final List<Backend> backends = new CopyOnWriteArrayList<>();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newCachedThreadPool(Balancer::daemon);
  private final ScheduledExecutorService checks =
      Executors.newScheduledThreadPool(4, Balancer::daemon);
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicLong retries = new AtomicLong();

  /**
   * How it looks after the nodes.
   *
   * @param path what a healthy node answers with 200
   * @param interval between two looks at a node, and how long one may take
   * @param patience how long an answer may take
   */
  public record Options(String path, Duration interval, Duration patience) {
    public static final Options USUAL =
        new Options("/health/ready", Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  private Balancer(ServerSocket server, Options options) {
    this.server = server;
    this.options = options;
  }

  /** Starts to listen; port 0 takes a free one. */
  public static Balancer open(InetSocketAddress address, Options options) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(address, 256);
    Balancer balancer = new Balancer(server, options);
    balancer.workers.execute(balancer::accept);
    return balancer;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "balancer");
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Takes a node in. It gets requests as soon as it is healthy. */
  public void add(String name, InetSocketAddress address) {
    Backend backend = new Backend(name, address, options.patience());
    backends.add(backend);
    Runnable check = () -> backend.setHealthy(backend.isReady(options.path(), options.interval()));
    long millis = options.interval().toMillis();
    backend.watchBy(checks.scheduleWithFixedDelay(check, 0, millis, TimeUnit.MILLISECONDS));
  }

  /** Takes a node out; requests that it has may end. */
  public void remove(String name) {
    List<Backend> leaving =
        backends.stream().filter(backend -> backend.name().equals(name)).toList();
    backends.removeAll(leaving);
    leaving.forEach(Backend::close);
  }

  /** The nodes that get requests now. */
  public List<String> healthy() {
    return backends.stream().filter(Backend::isHealthy).map(Backend::name).toList();
  }

  /** How many requests each node was sent. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    backends.forEach(backend -> counts.put(backend.name(), backend.requests()));
    return counts;
  }

  /** How often a second node was tried. */
  public long retries() {
    return retries.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        clients.add(client);
        workers.execute(() -> serve(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      MessageReader reader = new MessageReader(client.getInputStream());
      Optional<Message> request = reader.request();
      while (request.isPresent()) {
        Message answer = answer(forwarded(request.get(), client));
        boolean bare = answer.status() == 204 || answer.status() == 304;
        answer.write(client.getOutputStream(), !bare);
        request = reader.isLast() ? Optional.empty() : reader.request();
      }
    } catch (IOException clientGone) {
      // Nobody is left to tell.
    } finally {
      clients.remove(client);
    }
  }

  private Message forwarded(Message request, Socket client) {
    Message named = request;
    for (String name : List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host")) {
      named = named.without(name);
    }
    return named
        .with("X-Forwarded-For", client.getInetAddress().getHostAddress())
        .with("X-Forwarded-Proto", "http")
        .with("X-Forwarded-Host", request.header("Host").orElse(""));
  }

  private Message answer(Message request) {
    Optional<String> wanted = request.header(NODE);
    Message bare = request.without(NODE);
    if (wanted.isPresent()) {
      return backends.stream()
          .filter(backend -> backend.name().equals(wanted.get()))
          .findFirst()
          .map(backend -> ask(backend, bare))
          .orElseGet(() -> failure(503, "no such node"));
    }
    Backend first = next(null);
    if (first == null) {
      return failure(503, "no healthy node");
    }
    Message answer = ask(first, bare);
    if (isWorthAnotherTry(answer, bare)) {
      Backend second = next(first);
      if (second != null) {
        retries.incrementAndGet();
        return ask(second, bare);
      }
    }
    return answer;
  }

  private static boolean isWorthAnotherTry(Message answer, Message request) {
    return answer.status() == 503
        && (answer.header(ERROR).isPresent()
            || (request.method().equals("GET") && answer.header("Retry-After").isPresent()));
  }

  /** The next healthy node but that one; null where there is none. */
  private Backend next(Backend but) {
    List<Backend> healthy =
        backends.stream().filter(backend -> backend.isHealthy() && backend != but).toList();
    return healthy.isEmpty()
        ? null
        : healthy.get(Math.floorMod(turn.getAndIncrement(), healthy.size()));
  }

  private static Message ask(Backend backend, Message request) {
    try {
      return backend.exchange(request).without(NODE).without(ERROR).with(NODE, backend.name());
    } catch (Backend.NotReached e) {
      backend.setHealthy(false);
      return failure(503, "not reached").with(NODE, backend.name());
    } catch (SocketTimeoutException e) {
      return failure(504, "time-out").with(NODE, backend.name());
    } catch (IOException | RuntimeException e) {
      return failure(502, "reset").with(NODE, backend.name());
    }
  }

  private static Message failure(int status, String why) {
    return Message.answer(status, why).with(ERROR, why);
  }

  @Override
  public void close() throws IOException {
    server.close();
    checks.shutdownNow();
    workers.shutdownNow();
    for (Socket client : clients) {
      client.close();
    }
    backends.forEach(Backend::close);
  }
}
