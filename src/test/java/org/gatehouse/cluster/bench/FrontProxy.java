package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A load balancer of the system's packages in front of two or three nodes, with the configuration
 * that docs/deployment has; only addresses differ.
 */
public final class FrontProxy implements AutoCloseable {
  private static final int NODES = 3;
  private static final Path PAGES = Path.of("docs/deployment");

  /** The programs. */
  public enum Program {
    HAPROXY("haproxy", "haproxy.cfg", "bind *:80\n", "bind 127.0.0.1:%d\n"),
    NGINX("nginx", "nginx.conf", "listen 80;", "listen 127.0.0.1:%d;");

    private final String command;
    private final String file;
    private final String listens;
    private final String listensHere;

    Program(String command, String file, String listens, String listensHere) {
      this.command = command;
      this.file = file;
      this.listens = listens;
      this.listensHere = listensHere;
    }

    private List<String> run(Path configuration) {
      String path = configuration.toString();
      return this == HAPROXY
          ? List.of(command, "-db", "-f", path)
          : List.of(command, "-g", "daemon off;", "-c", path);
    }

    private List<String> check(Path configuration) {
      return List.of(
          command,
          this == HAPROXY ? "-c" : "-t",
          this == HAPROXY ? "-f" : "-c",
          configuration.toString());
    }

    /** Why it cannot be run on this machine; empty where it can. */
    public Optional<String> missing() {
      return Shell.works(command, "-v")
          ? Optional.empty()
          : Optional.of("no " + command + ": apt-get install " + command);
    }
  }

  private final int port;
  private final ServerProcess process;
  private final Path log;

  private FrontProxy(int port, ServerProcess process, Path log) {
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /** A port that is free now, for {@link #open}. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts it.
   *
   * @param inside the net that may see administration and probes
   */
  public static FrontProxy open(
      Program program, Path directory, int port, String inside, List<InetSocketAddress> nodes)
      throws IOException {
    Files.createDirectories(directory);
    String text = Files.readString(PAGES.resolve(program.file));
    Map<String, String> addresses =
        Map.of(
            program.listens, String.format(program.listensHere, port), " 10.0.0.0/8", " " + inside);
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      if (!text.contains(address.getKey())) {
        throw new IOException(program.file + " has no " + address.getKey());
      }
      text = text.replace(address.getKey(), address.getValue());
    }
    text = withNodes(text, nodes);
    Path file = directory.toAbsolutePath().resolve(program.file);
    Files.writeString(file, text.replace("/run/nginx.pid", directory.resolve("pid").toString()));
    Shell.run(program.check(file));
    Path log = directory.resolve("proxy.log");
    ServerProcess process = new ServerProcess(List.of(), program.run(file), log);
    process.start(() -> ServerProcess.listens("127.0.0.1", port));
    return new FrontProxy(port, process, log);
  }

  /** Lines of nodes that are not there go. */
  private static String withNodes(String text, List<InetSocketAddress> nodes) throws IOException {
    String written = text;
    for (int i = 0; i < NODES; i++) {
      String address = "10.0.0.1" + (i + 1) + ":9080";
      if (!written.contains(address)) {
        throw new IOException("no " + address);
      }
      written =
          i < nodes.size()
              ? written.replace(address, text(nodes.get(i)))
              : written.replaceAll("(?m)^.*" + address + ".*\\R", "");
    }
    return written;
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  /** How much it has written. */
  public long written() throws IOException {
    return Files.size(log);
  }

  /** Whether it wrote that since. */
  public boolean hasWritten(String text, long since) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] news = new byte[(int) (file.length() - since)];
      file.seek(since);
      file.readFully(news);
      return new String(news, StandardCharsets.UTF_8).contains(text);
    }
  }

  /** In order, so that nginx ends its workers. */
  @Override
  public void close() throws IOException {
    process.child().terminate();
    process.child().awaitExit(Duration.ofSeconds(10));
  }
}
