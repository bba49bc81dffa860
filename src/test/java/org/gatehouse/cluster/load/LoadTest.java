package org.gatehouse.cluster.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Load")
class LoadTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void ofWorkersGoesOnUntilItIsStopped() throws Exception {
    AtomicInteger deeds = new AtomicInteger();
    CountDownLatch many = new CountDownLatch(100);
    try (Load load =
        Load.closed(
            random -> {
              deeds.incrementAndGet();
              many.countDown();
            },
            2)) {
      assertThat(many.await(5, TimeUnit.SECONDS)).isTrue();
      load.stop(SOON);

      int done = deeds.get();
      assertThat(done).isGreaterThanOrEqualTo(100);
      assertThat(deeds).hasValue(done);
    }
  }

  @Test
  void ofArrivalsDoesNotWaitForAnswers() throws Exception {
    CountDownLatch arrived = new CountDownLatch(20);
    CountDownLatch answers = new CountDownLatch(1);
    try (Load load =
        Load.open(
            random -> {
              arrived.countDown();
              answers.await();
            },
            200)) {
      assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
      answers.countDown();
      load.stop(SOON);
    }
  }

  @Test
  void failsWhereAWorkerFails() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (Load load =
        Load.closed(
            random -> {
              begun.countDown();
              throw new IllegalStateException("broken");
            },
            1)) {
      begun.await();

      assertThatThrownBy(() -> load.stop(SOON))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("seed")
          .hasRootCauseMessage("broken");
    }
  }
}
