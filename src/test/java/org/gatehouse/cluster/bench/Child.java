package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the bench: its pid is known, and it does not outlive the bench. */
final class Child implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /** Starts a command that becomes the program itself, so that the pid is the program's. */
  static Child start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new Child(builder.start());
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, and the end of the process. */
  void kill9() throws IOException {
    process.destroyForcibly();
    awaitExit(LONGEST);
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  void pause() throws IOException {
    signal("STOP");
  }

  void resume() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    Shell.run("kill", "-" + name, String.valueOf(pid()));
  }

  boolean exits(Duration longest) throws IOException {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  void awaitExit(Duration longest) throws IOException {
    if (!exits(longest)) {
      throw new IOException("pid " + pid() + " has not ended within " + longest);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
