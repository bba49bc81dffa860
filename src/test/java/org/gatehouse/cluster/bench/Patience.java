package org.gatehouse.cluster.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition, and no longer than is told. */
public record Patience(Duration longest) {
  private static final Duration PAUSE = Duration.ofMillis(10);

  public static Patience of(Duration longest) {
    return new Patience(longest);
  }

  /** Asks again and again until it holds. */
  public void until(String what, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new AssertionError("not within " + longest + ": " + what);
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
