package org.gatehouse.cluster.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits for a condition, and no longer than is told.
 *
 * @param pause between two questions
 */
public record Patience(Duration longest, Duration pause) {
  private static final Duration USUAL = Duration.ofMillis(10);

  public static Patience of(Duration longest) {
    return new Patience(longest, USUAL);
  }

  /** For questions that cost who is asked something. */
  public Patience every(Duration time) {
    return new Patience(longest, time);
  }

  /** Asks again and again until it holds. */
  public void until(String what, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new AssertionError("not within " + longest + ": " + what);
      }
      Thread.sleep(pause.toMillis());
    }
  }
}
