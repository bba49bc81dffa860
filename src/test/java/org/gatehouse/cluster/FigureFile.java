package org.gatehouse.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.gatehouse.cluster.bench.PostgresDatabase;
import org.gatehouse.cluster.load.Load;

/** {@code figures.md} beside the records: a table for each run, to be copied into the docs. */
final class FigureFile {
  private static boolean isBegun;

  private FigureFile() {}

  /** Adds a row to the table of this run. */
  static synchronized void add(String about, String name, Object value) {
    String row = "| %s | %s | %s |%n".formatted(about, name, oneLine(value));
    try {
      Path file = Path.of(System.getProperty("gatehouse.cluster.directory"), "figures.md");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, isBegun ? row : head() + row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      isBegun = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String oneLine(Object value) {
    return value.toString().replaceAll("\\s*\\R\\s*", "; ").replace("|", "\\|");
  }

  private static String head() {
    String database =
        SharedCluster.isOnH2() ? "H2 server" : "PostgreSQL " + PostgresDatabase.version();
    return """

        %s, %s run, %s, %d processors, Java %s, seed %d

        | test | figure | seen |
        |---|---|---|
        """
        .formatted(
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
            Load.isFull() ? "full" : "small",
            database,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            Load.SEED);
  }
}
