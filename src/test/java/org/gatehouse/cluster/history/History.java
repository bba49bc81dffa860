package org.gatehouse.cluster.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of a run: every call of every client, a line of JSON each, on one monotonic clock. It
 * is on disk when a call has ended, so that a run that died can be judged.
 */
public final class History implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              any ->
                  any.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                      .withContentInclusion(JsonInclude.Include.ALWAYS))
          .build();
  private static final int ID_LENGTH = 16;

  private final Path file;
  private final BufferedWriter out;
  private final long zero = System.nanoTime();
  private final AtomicLong ids = new AtomicLong();

  private History(Path file, BufferedWriter out) {
    this.file = file;
    this.out = out;
  }

  /** A new record in that file. */
  public static History open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new History(file, Files.newBufferedWriter(file));
  }

  public Path file() {
    return file;
  }

  public Pending begin(Operation operation) {
    return new Pending(this, ids.incrementAndGet(), now(), operation);
  }

  /** From now on a missing winner is excused, until the same fault is healed. */
  public Call fault(String name) {
    return begin(Operation.FAULT).key(name).ok();
  }

  /** The fault is over; what was acknowledged before must be there from now on. */
  public Call heal(String name) {
    return begin(Operation.HEAL).key(name).ok();
  }

  long now() {
    return System.nanoTime() - zero;
  }

  void write(Call call) {
    String line = JSON.writeValueAsString(call) + "\n";
    try {
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (out) {
      out.close();
    }
  }

  /** The calls of a record. A last line that was cut off by the end of its driver is left out. */
  public static List<Call> read(Path file) throws IOException {
    List<Call> calls = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        String line = each.next();
        try {
          calls.add(JSON.readValue(line, Call.class));
        } catch (JacksonException e) {
          if (each.hasNext()) {
            throw new IOException("line " + (calls.size() + 1) + " of " + file, e);
          }
        }
      }
    }
    return calls;
  }

  /** The short id of a secret, under which the record speaks of it. */
  public static String id(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
