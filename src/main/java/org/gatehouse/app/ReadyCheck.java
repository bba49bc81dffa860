package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.cluster.Standing;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.crypto.DataProtector;
import org.gatehouse.crypto.Purpose;

/** Up when a load balancer may send requests: the start is over, and nothing keeps them waiting. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
  private static final byte[] CANARY = "canary".getBytes(StandardCharsets.US_ASCII);

  private final Startup startup;
  private final DataProtector protector;
  private final Drain drain;
  private final DatabaseWatch database;
  private final StoreConfig stores;
  private final Instance<Cluster> cluster;

  @Inject
  public ReadyCheck(
      Startup startup,
      DataProtector protector,
      Drain drain,
      DatabaseWatch database,
      StoreConfig stores,
      Instance<Cluster> cluster) {
    this.startup = startup;
    this.protector = protector;
    this.drain = drain;
    this.database = database;
    this.stores = stores;
    this.cluster = cluster;
  }

  @SuppressWarnings("NullAway")
  ReadyCheck() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("gatehouse");
    if (!startup.isDone()) {
      return answer.withData("reason", "the start is not over").down().build();
    }
    boolean drains = drains(answer);
    boolean opens = opensWhatItSeals(answer);
    boolean hears = hears(answer);
    boolean belongs = belongs(answer);
    return answer.status(!drains && opens && hears && belongs).build();
  }

  private boolean drains(HealthCheckResponseBuilder answer) {
    boolean drains = drain.isUnderWay();
    answer.withData("draining", drains);
    return drains;
  }

  private boolean opensWhatItSeals(HealthCheckResponseBuilder answer) {
    boolean opens =
        protector
            .open(Purpose.CANARY, protector.seal(Purpose.CANARY, CANARY))
            .filter(opened -> Arrays.equals(opened, CANARY))
            .isPresent();
    answer.withData("keyRing", opens ? "opens what it seals" : "does not open what it seals");
    return opens;
  }

  private boolean hears(HealthCheckResponseBuilder answer) {
    if (!stores.needsDatabase()) {
      return true;
    }
    Duration silence = database.silence();
    answer.withData(
        "database",
        silence.isZero() ? "answers" : "silent for " + silence.toSeconds() + " seconds");
    return database.isBearable(silence);
  }

  private boolean belongs(HealthCheckResponseBuilder answer) {
    if (stores.operational() != StoreConfig.OperationalKind.INFINISPAN) {
      return true;
    }
    Standing standing = cluster.get().standing();
    answer
        .withData("cluster", standing.reason())
        .withData("members", standing.view())
        .withData("heardOf", standing.alive())
        .withData("gridAvailable", cluster.get().isAvailable());
    return standing.isGood();
  }
}
