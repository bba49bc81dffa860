package org.gatehouse.page;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Refusals for one reason that come one after the other: told when they begin and when they end.
 */
final class Series {
  /** After so long without another one it is over. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final LongSupplier nanos;
  private final Executor later;
  private final ObjLongConsumer<Duration> over;
  private final AtomicReference<@Nullable Run> run = new AtomicReference<>();

  private record Run(long first, long last, long count) {}

  /**
   * @param over is told how long the series was, and of how many
   */
  Series(ObjLongConsumer<Duration> over) {
    this(
        System::nanoTime,
        CompletableFuture.delayedExecutor(QUIET.toMillis(), TimeUnit.MILLISECONDS),
        over);
  }

  /**
   * @param later carries out what it is given after the quiet time
   */
  Series(LongSupplier nanos, Executor later, ObjLongConsumer<Duration> over) {
    this.nanos = nanos;
    this.later = later;
    this.over = over;
  }

  /** One more; true where it is the first of a series. */
  boolean begins() {
    long now = nanos.getAsLong();
    Run before =
        run.getAndUpdate(
            old -> old == null ? new Run(now, now, 1) : new Run(old.first(), now, old.count() + 1));
    if (before == null) {
      later.execute(this::look);
    }
    return before == null;
  }

  private void look() {
    Run seen = run.get();
    if (seen == null) {
      return;
    }
    boolean isQuiet = nanos.getAsLong() - seen.last() >= QUIET.toNanos();
    if (isQuiet && run.compareAndSet(seen, null)) {
      over.accept(Duration.ofNanos(seen.last() - seen.first()), seen.count());
    } else {
      later.execute(this::look);
    }
  }
}
