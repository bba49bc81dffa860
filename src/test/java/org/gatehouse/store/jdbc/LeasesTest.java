package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.gatehouse.store.Race;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Leases in the database")
class LeasesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DataSource source = H2.migrated();
  private final Leases one = new Leases(new Database(source), "one");
  private final Leases two = new Leases(new Database(source), "two");

  @Test
  void areHeldByOneOnly() {
    assertThat(one.hold("cleaner", MINUTE)).isTrue();

    assertThat(two.hold("cleaner", MINUTE)).isFalse();
    assertThat(one.hold("cleaner", MINUTE)).isTrue();
    assertThat(two.hold("another", MINUTE)).isTrue();
  }

  @Test
  void beginOnceWhenNodesStartAtOnce() throws InterruptedException {
    Database database = new Database(source);
    try (Race race = new Race(4, 20)) {
      List<List<Boolean>> held =
          race.run((hurdle, racer) -> new Leases(database, "n" + racer).hold("l" + hurdle, MINUTE));

      assertThat(held).allSatisfy(answers -> assertThat(answers).containsOnlyOnce(true));
    }
  }

  @Test
  void passOnWhenGivenBack() {
    one.hold("cleaner", MINUTE);

    two.release("cleaner");
    assertThat(two.hold("cleaner", MINUTE)).as("not given back by another").isFalse();
    one.release("cleaner");
    assertThat(two.hold("cleaner", MINUTE)).isTrue();
  }

  @Test
  void passOnWhenTheirTimeIsOver() throws InterruptedException {
    one.hold("cleaner", Duration.ZERO);
    Thread.sleep(5); // the clock is the database's own

    assertThat(two.hold("cleaner", MINUTE)).isTrue();
    assertThat(one.hold("cleaner", MINUTE)).isFalse();
  }
}
