package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up when the start is over and this node's keys are those of all nodes. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
  private final Startup startup;
  private final KeyMaterial keys;

  @Inject
  public ReadyCheck(Startup startup, KeyMaterial keys) {
    this.startup = startup;
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  ReadyCheck() {
    this(null, null); // CDI client proxy
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> fault =
        startup.isDone() ? keys.fault() : Optional.of("The start is not over.");
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("gatehouse").status(fault.isEmpty());
    fault.or(keys::warning).ifPresent(reason -> answer.withData("reason", reason));
    return answer.build();
  }
}
