package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cluster.bench.FrontProxy;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.load.Load;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What {@code mvn -Pcluster} keeps up, as a process of its own, on the loopback with an H2 server;
 * so a run on PostgreSQL sees the other database, too.
 */
@DisplayName("The cluster that is kept up for a person")
@Order(22)
class KeptClusterIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int NODES = Load.size("kept-nodes", 2, 3);
  private static final int USER = 900_000_002;

  private final Path directory =
      Path.of(System.getProperty("gatehouse.cluster.directory")).resolve("for-a-person");
  private final Path console = directory.resolve("console.txt");

  @Test
  void signsInOverAllNodesObeysAndLeavesNoProcess() throws Exception {
    SharedCluster.end();
    Files.createDirectories(directory);
    int port = FrontProxy.freePort();
    Process process = start(port);
    List<ProcessHandle> started = List.of();
    try {
      awaitText(process, "Ctrl-C ends", SharedCluster.START);
      started = process.descendants().toList();
      assertThat(started).hasSizeGreaterThan(NODES);

      new WholeLogin(URI.create("http://localhost:" + port), USER, NODES).go();
      type(process, "kill n1");
      awaitText(process, "kill n1: done", SOON);
      type(process, "nodes");
      awaitText(process, "is not running", SOON);

      process.destroy();
      assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
      List<ProcessHandle> all = started;
      Patience.of(SOON)
          .until("all have ended", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private Process start(int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name :
        List.of("gatehouse.war", "gatehouse.cluster.home", "gatehouse.cluster.server")) {
      command.add("-D" + name + "=" + System.getProperty(name));
    }
    command.add("-Dgatehouse.cluster.directory=" + directory);
    command.add("-Dgatehouse.cluster.database=h2");
    command.add("-Dgatehouse.cluster.nodes=" + NODES);
    command.add("-Dgatehouse.cluster.port=" + port);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KeptCluster.class.getName());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(console.toFile())
        .start();
  }

  private void awaitText(Process process, String text, Duration longest) throws Exception {
    Patience.of(longest)
        .every(LOOK)
        .until(
            text + " in " + console,
            () -> {
              boolean isThere = Files.readString(console).contains(text);
              if (!isThere && !process.isAlive()) {
                throw new IOException("it has ended: " + Files.readString(console));
              }
              return isThere;
            });
  }

  private static void type(Process process, String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }
}
