package org.gatehouse.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;

/**
 * The steps of a run, a line each: a tick, a fact, the time. After one that fails none is tried.
 */
final class Steps {
  private final PrintStream out;
  private final boolean ticks;
  private final long start = System.nanoTime();
  private int tried;
  private int good;
  private String failure;

  Steps(PrintStream out) {
    this.out = out;
    String encoding =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    this.ticks =
        (encoding == null ? Charset.defaultCharset() : Charset.forName(encoding))
            .newEncoder()
            .canEncode('✔');
  }

  /** What a step does; it gives a fact to print. */
  interface Step {
    String run() throws Exception;
  }

  void step(String name, Step step) {
    tried++;
    if (failure != null) {
      line("-", name, "not tried", 0);
      return;
    }
    long begun = System.nanoTime();
    try {
      String fact = step.run();
      good++;
      line(ticks ? "✔" : "ok", name, fact, begun);
    } catch (Exception | AssertionError e) {
      failure = name + ": " + (e instanceof DemoFailed ? e.getMessage() : e.toString());
      line(ticks ? "✘" : "FAILED", name, failure.substring(name.length() + 2), begun);
    }
  }

  /** The first failure; null where there was none. */
  String failure() {
    return failure;
  }

  String total() {
    String passed = String.format(Locale.ROOT, "%d of %d steps", good, tried);
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%s in %.1f s", passed, seconds);
  }

  private void line(String mark, String name, String fact, long begun) {
    long millis = begun == 0 ? 0 : Duration.ofNanos(System.nanoTime() - begun).toMillis();
    out.printf(Locale.ROOT, "  %s %-23s %-78s %5d ms%n", mark, name, fact, millis);
  }
}
