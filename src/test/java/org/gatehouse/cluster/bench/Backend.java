package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** A node as the balancer sees it. */
final class Backend {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(3);

  private final String name;
  private final InetSocketAddress address;
  private final Duration patience;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicLong requests = new AtomicLong();
  private volatile boolean healthy;
  private volatile Future<?> watch = CompletableFuture.completedFuture(null);

  Backend(String name, InetSocketAddress address, Duration patience) {
    this.name = name;
    this.address = address;
    this.patience = patience;
  }

  /** The node could not be reached: nothing was sent. */
  static final class NotReached extends IOException {
    private static final long serialVersionUID = 1L;

    NotReached(IOException cause) {
      super(cause);
    }
  }

  String name() {
    return name;
  }

  boolean isHealthy() {
    return healthy;
  }

  void setHealthy(boolean value) {
    healthy = value;
  }

  /** What looks after it until it is closed. */
  void watchBy(Future<?> looks) {
    watch = looks;
  }

  /** How many requests were sent to it. */
  long requests() {
    return requests.get();
  }

  Message exchange(Message request) throws IOException {
    Connection connection = connection();
    requests.incrementAndGet();
    boolean done = false;
    try {
      Message answer = connection.exchange(request);
      done = true;
      return answer;
    } finally {
      if (done) {
        idle.push(connection);
      } else {
        connection.close();
      }
    }
  }

  private Connection connection() throws NotReached {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (kept.isFresh(LONGEST_IDLE)) {
        return kept;
      }
      kept.close();
    }
    try {
      return Connection.to(address, CONNECT, patience);
    } catch (IOException e) {
      throw new NotReached(e);
    }
  }

  /** Asks it whether it is ready, on a connection of its own. */
  boolean isReady(String path, Duration patience) {
    Connection connection = null;
    try {
      connection = Connection.to(address, patience, patience);
      Message question = Message.get(path, address.getHostString()).with("Connection", "close");
      return connection.exchange(question).status() == 200;
    } catch (IOException | RuntimeException noAnswer) {
      return false;
    } finally {
      if (connection != null) {
        connection.close();
      }
    }
  }

  void close() {
    watch.cancel(true);
    idle.forEach(Connection::close);
  }
}
