package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.Database;

/**
 * Up when the database answers, where anything is kept in it. An answer is good for a second, so
 * that whoever asks often does not burden the database.
 */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
  private static final Duration GOOD = Duration.ofSeconds(1);

  private final StoreConfig config;
  private final Instance<Database> database;
  private final Clock clock;
  private final AtomicReference<Answer> last =
      new AtomicReference<>(new Answer(Instant.MIN, false));

  @Inject
  public DatabaseCheck(StoreConfig config, Instance<Database> database, Clock clock) {
    this.config = config;
    this.database = database;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  DatabaseCheck() {
    this(null, null, null); // CDI client proxy
  }

  /** Whether the database answered, and until when that is good. */
  private record Answer(Instant until, boolean isUp) {}

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database")
        .status(!config.needsDatabase() || answers())
        .build();
  }

  private boolean answers() {
    Answer answer = Objects.requireNonNull(last.get());
    if (clock.instant().isAfter(answer.until())) {
      answer = new Answer(clock.instant().plus(GOOD), database.get().answers());
      last.set(answer);
    }
    return answer.isUp();
  }
}
