package org.gatehouse.store.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Postgres;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.Race;
import org.gatehouse.store.StoredGrant;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Measures what a database does of each verb in a second, by one and by eight callers, and prints
 * it. Not a test. After {@code mvn test-compile}: {@code mvn exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.gatehouse.store.jdbc.GrantStoreSpeed}.
 */
public final class GrantStoreSpeed {
  private static final int OPERATIONS = 4_000;

  /** About what a sealed refresh token has. */
  private static final String PAYLOAD = "x".repeat(900);

  private GrantStoreSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Files.createTempDirectory("gatehouse-speed").resolve("h2");
    JdbcConnectionPool h2 =
        JdbcConnectionPool.create("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sa", "");
    new Migrations(h2).apply();
    measure("H2 file", h2);
    h2.dispose();
    measure("PostgreSQL, fsync off", Postgres.shared().migrated());
    System.exit(0);
  }

  private static void measure(String name, DataSource source)
      throws InterruptedException, SQLException {
    GrantStore store = new JdbcGrantStore(new Database(source), Clock.systemUTC());
    new Run(store, 1, OPERATIONS).all("warm-up");
    for (int callers : List.of(1, 8)) {
      new Run(store, callers, OPERATIONS / callers).all(name + ", callers: " + callers);
    }
  }

  /** Each caller on grants of its own. */
  private record Run(GrantStore store, int callers, int each, String mine) {
    Run(GrantStore store, int callers, int each) {
      this(store, callers, each, UUID.randomUUID().toString());
    }

    private GrantKey key(String name, int number, int caller) {
      return GrantKey.of(GrantType.REFRESH_TOKEN, new Handle(mine + name + number + "-" + caller));
    }

    private StoredGrant grant() {
      Instant now = Instant.now();
      return new StoredGrant(
          mine,
          "client",
          Optional.of("alice"),
          Optional.of(mine),
          now,
          now.plusSeconds(3600),
          PAYLOAD);
    }

    void all(String name) throws InterruptedException {
      System.out.printf(
          Locale.ROOT,
          "%-32s create %6d/s  find %6d/s  consume with a result %6d/s%n",
          name,
          rate((number, caller) -> store.create(key("a", number, caller), grant())),
          rate((number, caller) -> store.find(key("a", number, caller)).isPresent()),
          rate(this::consume));
    }

    private boolean consume(int number, int caller) {
      NewGrant next = new NewGrant(key("b", number, caller), grant());
      return store.consume(key("a", number, caller), "client", List.of(next))
          instanceof Outcome.First;
    }

    private long rate(Race.Jump<Boolean> verb) throws InterruptedException {
      try (Race race = new Race(callers, each)) {
        long start = System.nanoTime();
        boolean all = race.run(verb).stream().allMatch(round -> !round.contains(false));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!all) {
          throw new IllegalStateException("a verb did not succeed");
        }
        return (long) callers * each * 1000 / Math.max(1, took.toMillis());
      }
    }
  }
}
