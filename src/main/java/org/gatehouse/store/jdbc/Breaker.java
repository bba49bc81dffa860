package org.gatehouse.store.jdbc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers away from a database that does not answer, so that none of them waits for it in
 * vain and the database is not beset when it comes back. Open from a failure to the next answer; at
 * most one of those who ask learns, once in a while, that it is time to look.
 */
final class Breaker {
  private static final long CLOSED = Long.MIN_VALUE;

  /** How long after a failure nobody looks again. */
  private static final long PAUSE = Duration.ofMillis(250).toNanos();

  private final LongSupplier nanos;

  /** When the next look is due, in nanoseconds of the timer. */
  private final AtomicLong due = new AtomicLong(CLOSED);

  Breaker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean isOpen() {
    return due.get() != CLOSED;
  }

  /** Whether whoever asks, and nobody else for a while, is to look whether there is an answer. */
  boolean isDue() {
    long before = due.get();
    long now = nanos.getAsLong();
    return before != CLOSED && now - before >= 0 && due.compareAndSet(before, next(now));
  }

  void failed() {
    due.set(next(nanos.getAsLong()));
  }

  void answered() {
    if (isOpen()) {
      due.set(CLOSED);
    }
  }

  private static long next(long now) {
    return now + PAUSE;
  }
}
