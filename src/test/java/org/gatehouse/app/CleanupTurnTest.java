package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatehouse.config.CleanupConfig;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.ExpiredGrants;
import org.gatehouse.store.jdbc.H2;
import org.gatehouse.store.jdbc.JdbcGrantStore;
import org.gatehouse.store.jdbc.Leases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clean-up by one of several nodes")
class CleanupTurnTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private final DataSource source = H2.migrated();
  private final CleanupTurn one = node("one");
  private final CleanupTurn two = node("two");

  private CleanupTurn node(String name) {
    Database database = new Database(source);
    return new CleanupTurn(
        new Leases(database, name),
        new ExpiredGrants(database, clock(NOW.plusSeconds(3600))),
        new CleanupConfig(Duration.ofHours(1), 3));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private void keepTen(String name) {
    JdbcGrantStore store = new JdbcGrantStore(new Database(source), clock(NOW));
    for (int i = 0; i < 10; i++) {
      store.create(
          GrantKey.of(GrantType.CONSENT, new Handle(name + i)),
          new StoredGrant(
              "g", "c", Optional.empty(), Optional.empty(), NOW, NOW.plusSeconds(1), ""));
    }
  }

  @Test
  void isDoneByTheOneThatHoldsTheLease() throws InterruptedException {
    keepTen("a");
    assertThat(one.take()).isEqualTo(10);
    keepTen("b");

    assertThat(two.take()).isZero();
    assertThat(one.take()).isEqualTo(10);
  }
}
