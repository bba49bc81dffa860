package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system to its end. */
final class Shell {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Shell() {}

  /** What a command that ended well has written. */
  static String run(List<String> command) throws IOException {
    return run(command, LONGEST);
  }

  static String run(String... command) throws IOException {
    return run(List.of(command), LONGEST);
  }

  static String run(List<String> command, Duration longest) throws IOException {
    Path output = Files.createTempFile("gatehouse-bench", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException("not within " + longest + ": " + String.join(" ", command));
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command) + ": " + process.exitValue() + " " + text.strip());
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** Whether the command ends well. */
  static boolean works(String... command) {
    try {
      run(command);
      return true;
    } catch (IOException no) {
      return false;
    }
  }
}
