package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A series of refusals for the same reason")
class SeriesTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final Series series =
      new Series(nanos::get, later::add, (time, count) -> told.add(count + " in " + time));

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    Runnable due = later.poll();
    if (due != null) {
      due.run();
    }
  }

  @Test
  void beginsWithTheFirstOnly() {
    assertThat(series.begins()).isTrue();
    assertThat(series.begins()).isFalse();
    assertThat(series.begins()).isFalse();
  }

  @Test
  void isToldWithItsCountOnceItIsOver() {
    series.begins();
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    series.begins();

    pass(Duration.ofSeconds(10));

    assertThat(told).containsExactly("2 in PT3S");
    assertThat(later).isEmpty();
  }

  @Test
  void goesOnWhereThereWasOneJustNow() {
    series.begins();
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
    series.begins();

    pass(Duration.ofSeconds(1));
    assertThat(told).isEmpty();
    assertThat(series.begins()).isFalse();

    pass(Duration.ofSeconds(10));
    assertThat(told).containsExactly("3 in PT10S");
  }

  @Test
  void beginsAgainAfterItsEnd() {
    series.begins();
    pass(Duration.ofSeconds(10));

    assertThat(series.begins()).isTrue();
  }
}
