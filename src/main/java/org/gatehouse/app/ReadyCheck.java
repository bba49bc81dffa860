package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.cluster.Standing;
import org.gatehouse.config.StoreConfig;

/** Up when a load balancer may send requests: the start is over, and nothing keeps them waiting. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
  private final Startup startup;
  private final KeyMaterial keys;
  private final Drain drain;
  private final DatabaseWatch database;
  private final StoreConfig stores;
  private final Instance<Cluster> cluster;

  @Inject
  public ReadyCheck(
      Startup startup,
      KeyMaterial keys,
      Drain drain,
      DatabaseWatch database,
      StoreConfig stores,
      Instance<Cluster> cluster) {
    this.startup = startup;
    this.keys = keys;
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
      return answer.withData("reason", "The start is not over.").down().build();
    }
    boolean drains = drains(answer);
    boolean opens = opens(answer);
    boolean hears = hears(answer);
    boolean belongs = belongs(answer);
    return answer.status(!drains && opens && hears && belongs).build();
  }

  private boolean drains(HealthCheckResponseBuilder answer) {
    boolean drains = drain.isUnderWay();
    answer.withData("draining", drains);
    return drains;
  }

  /** Whether this node's keys are those of all nodes. */
  private boolean opens(HealthCheckResponseBuilder answer) {
    Optional<String> fault = keys.fault();
    fault.or(keys::warning).ifPresent(reason -> answer.withData("reason", reason));
    return fault.isEmpty();
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
        .withData("gridAvailable", cluster.get().isAvailable())
        .withData("whole", cluster.get().isWhole());
    return standing.isGood();
  }
}
