package org.gatehouse.store.jdbc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers away from a database that does not answer, so that none of them waits for it in
 * vain and the database is not beset when it comes back. Open from a failure to the next answer; at
 * most one of those who ask learns, once in a while, that it is time to look. The pauses between
 * looks grow to two seconds, for each look at a database that accepts connections and is silent
 * leaves a thread of the driver behind.
 */
final class Breaker {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final long FIRST_PAUSE = Duration.ofMillis(250).toNanos();
  private static final int DOUBLINGS = 3;

  /** A look that says nothing for so long has no answer to give. */
  private static final long LONGEST_LOOK = Duration.ofSeconds(5).toNanos();

  /** For so long a look that found nothing says how it is; looks are no more than three apart. */
  private static final long CERTAIN = Duration.ofSeconds(4).toNanos();

  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();
  private final AtomicLong refused = new AtomicLong();

  /** When somebody was last answered, in nanoseconds of the timer. */
  private volatile long lastAnswer;

  Breaker(LongSupplier nanos) {
    this.nanos = nanos;
    this.lastAnswer = nanos.getAsLong();
  }

  /**
   * From a failure to the next answer.
   *
   * @param due when the next look is due
   * @param looks how many looks found nothing
   * @param lookedAt when the last of them ended
   */
  private record Outage(long since, long due, int looks, long lookedAt) {
    Outage until(long time) {
      return new Outage(since, time, looks, lookedAt);
    }

    boolean isCertain(long now) {
      return looks > 0 && now - lookedAt <= CERTAIN;
    }

    Outage lookedAt(long now) {
      long pause = FIRST_PAUSE << Math.min(looks + 1, DOUBLINGS);
      return new Outage(since, now + pause, looks + 1, now);
    }
  }

  boolean isOpen() {
    return outage.get() != null;
  }

  /**
   * Whether a look has just found nothing. Open alone may mean one unlucky call, or an outage that
   * has ended since somebody asked last.
   */
  boolean isCertain() {
    Outage now = outage.get();
    return now != null && now.isCertain(nanos.getAsLong());
  }

  /** Whether whoever is refused, and nobody else for a while, is to look for an answer. */
  boolean isDue() {
    refused.incrementAndGet();
    Outage before = outage.get();
    long now = nanos.getAsLong();
    return before != null
        && now - before.due() >= 0
        && outage.compareAndSet(before, before.until(now + LONGEST_LOOK));
  }

  /**
   * Work found no connection, or lost it. Where somebody else has been answered since it began, the
   * database does answer, and only this work was unlucky: a slow log-in is no outage.
   */
  void failed(long began) {
    long now = nanos.getAsLong();
    if (lastAnswer - began <= 0
        && outage.compareAndSet(null, new Outage(now, now + FIRST_PAUSE, 0, now))) {
      refused.set(0);
      LOG.log(
          System.Logger.Level.WARNING, "The database does not answer; what needs it is refused");
    }
  }

  void looked() {
    outage.updateAndGet(open -> open == null ? null : open.lookedAt(nanos.getAsLong()));
  }

  void answered() {
    lastAnswer = nanos.getAsLong();
    Outage over = isOpen() ? outage.getAndSet(null) : null;
    if (over != null) {
      LOG.log(
          System.Logger.Level.INFO,
          "The database answers again after {0} ms; {1} calls were refused",
          Duration.ofNanos(lastAnswer - over.since()).toMillis(),
          refused.get());
    }
  }
}
