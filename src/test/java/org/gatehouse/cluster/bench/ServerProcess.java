package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A server program on a host: started, killed and paused as often as a test wants. */
final class ServerProcess {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final List<String> command;
  private final Path log;
  private Child child;

  ServerProcess(List<String> enter, List<String> command, Path log) {
    List<String> whole = new ArrayList<>(enter);
    whole.addAll(command);
    this.command = whole;
    this.log = log;
  }

  synchronized void start(Callable<Boolean> ready) throws IOException {
    if (child != null && child.isAlive()) {
      throw new IllegalStateException("it runs already");
    }
    child = Child.start(command, Map.of(), log);
    try {
      Patience.of(LONGEST_START).until("answers: " + log, () -> isUp(ready));
    } catch (Exception e) {
      throw new IOException("see " + log, e);
    }
  }

  private boolean isUp(Callable<Boolean> ready) throws Exception {
    if (!child.isAlive()) {
      throw new IOException("it has ended: " + log);
    }
    return ready.call();
  }

  synchronized Child child() {
    return child;
  }

  synchronized void close() {
    if (child != null) {
      child.close();
    }
  }

  static boolean listens(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException no) {
      return false;
    }
  }
}
