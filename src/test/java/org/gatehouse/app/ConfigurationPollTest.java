package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Looking for changes of clients and resources")
class ConfigurationPollTest {
  private final AtomicLong version = new AtomicLong(7);
  private final AtomicInteger drops = new AtomicInteger();
  private final ConfigurationPoll poll =
      new ConfigurationPoll(
          () -> {
            if (version.get() < 0) {
              throw new IllegalStateException("down");
            }
            return version.get();
          },
          drops::incrementAndGet);

  @Test
  void dropsWhatIsHeldOncePerChange() {
    poll.run();
    poll.run();
    version.set(8);
    poll.run();
    poll.run();

    assertThat(drops).hasValue(2);
  }

  @Test
  void keepsWhatIsHeldWhileTheDatabaseDoesNotAnswer() {
    poll.run();
    version.set(-1);
    poll.run();
    version.set(7);
    poll.run();

    assertThat(drops).hasValue(1);
  }
}
