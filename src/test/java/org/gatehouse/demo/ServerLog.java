package org.gatehouse.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The logs of the server, as an operator and as a thief would read them. */
public record ServerLog(Path directory) {
  /**
   * A line of level error, fatal, or one that a program wrote to standard error: the time, the
   * thread, the logger in a column of any width, the level.
   */
  private static final Pattern ERROR = Pattern.compile("^\\[[^\\]]*\\] [0-9a-f]{8} \\S+ +[EFR] .*");

  private static final Pattern TIME = Pattern.compile("(?m)^\\[([0-9]{4}-[^\\]]*)\\] ");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  public List<String> errors() throws IOException {
    return messages().lines().filter(line -> ERROR.matcher(line).matches()).toList();
  }

  /** The records of first-failure data capture since the server started. */
  public List<String> failureRecords() throws IOException {
    Path ffdc = directory.resolve("ffdc");
    if (!Files.exists(ffdc)) {
      return List.of();
    }
    Instant start = start();
    List<String> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(ffdc)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(start)) {
          records.add(file.getFileName().toString());
        }
      }
    }
    return records;
  }

  /** The time of the first message after the configuration was read. */
  private Instant start() throws IOException {
    Matcher first = TIME.matcher(messages());
    Expect.that(first.find(), "a time in the log", directory);
    return ISO.parse(first.group(1), Instant::from);
  }

  /** The beginnings of the secrets that are in it. */
  public List<String> leaks(Secrets secrets) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return secrets.leaksOf(all.toString()).toList();
    }
  }

  public String messages() throws IOException {
    return Files.readString(directory.resolve("messages.log"));
  }
}
