package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The breaker before the database")
class BreakerTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Breaker breaker = new Breaker(nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void fail() {
    breaker.failed(nanos.get());
  }

  @Test
  void opensAtAFailureAndClosesAtAnAnswer() {
    fail();
    assertThat(breaker.isOpen()).isTrue();

    breaker.answered();
    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  @DisplayName("one slow log-in of a cold node is no outage")
  void staysClosedWhereSomebodyElseWasAnsweredMeanwhile() {
    long began = nanos.get();
    pass(Duration.ofMillis(300));
    breaker.answered();
    pass(Duration.ofMillis(300));

    breaker.failed(began);

    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void opensAtTheNextFailureThatBeganAfterTheLastAnswer() {
    breaker.answered();
    pass(Duration.ofMillis(1));

    fail();

    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void letsOneLookAtATime() {
    fail();
    pass(Duration.ofMillis(250));

    assertThat(breaker.isDue()).isTrue();
    pass(Duration.ofMillis(600));
    assertThat(breaker.isDue()).isFalse();
  }

  @Test
  @DisplayName("a look at a silent database leaves a thread of the driver behind")
  void looksLessThanThirtyTimesInAMinute() {
    fail();
    int looks = 0;
    for (long end = Duration.ofSeconds(60).toNanos(); nanos.get() < end; ) {
      if (breaker.isDue()) {
        looks++;
        pass(Duration.ofMillis(600)); // until the log-in is given up
        breaker.looked();
      }
      pass(Duration.ofMillis(10));
    }

    assertThat(looks).isBetween(20, 29);
  }

  @Test
  void looksAgainWithinTwoSecondsHoweverLongItWasSilent() {
    fail();
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofSeconds(2));
      assertThat(breaker.isDue()).isTrue();
      breaker.looked();
    }
  }

  @Test
  void beginsWithShortPausesAfterEachAnswer() {
    fail();
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofSeconds(2));
      assertThat(breaker.isDue()).isTrue();
      breaker.looked();
    }
    breaker.answered();
    pass(Duration.ofMillis(1));

    fail();
    pass(Duration.ofMillis(250));

    assertThat(breaker.isDue()).isTrue();
  }

  @Test
  void looksAgainWhereALookNeverEnded() {
    fail();
    pass(Duration.ofMillis(250));
    assertThat(breaker.isDue()).isTrue();

    pass(Duration.ofSeconds(5));

    assertThat(breaker.isDue()).isTrue();
  }

  @Test
  @DisplayName("else a token that was revoked is called good though the database answers again")
  void isCertainOnlyForAWhileAfterALookThatFoundNothing() {
    fail();
    assertThat(breaker.isCertain()).isFalse();
    pass(Duration.ofMillis(250));
    assertThat(breaker.isDue()).isTrue();
    assertThat(breaker.isCertain()).isFalse();

    breaker.looked();
    pass(Duration.ofSeconds(4));
    assertThat(breaker.isCertain()).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(breaker.isCertain()).isFalse();

    assertThat(breaker.isDue()).isTrue();
    assertThat(breaker.isCertain()).as("a look under way has found nothing yet").isFalse();
    breaker.answered();
    breaker.looked();
    assertThat(breaker.isCertain()).isFalse();
  }
}
