package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up when the start is over and everything was found in order. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
  private final org.gatehouse.app.Startup startup;

  @Inject
  public StartedCheck(org.gatehouse.app.Startup startup) {
    this.startup = startup;
  }

  @SuppressWarnings("NullAway")
  StartedCheck() {
    this(null); // CDI client proxy
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(startup.isDone()).build();
  }
}
