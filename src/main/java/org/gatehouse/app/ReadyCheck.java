package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.gatehouse.crypto.DataProtector;
import org.gatehouse.crypto.Purpose;

/** Up when the start is over and the key ring opens what it seals. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
  private static final byte[] CANARY = "canary".getBytes(StandardCharsets.US_ASCII);

  private final Startup startup;
  private final DataProtector protector;

  @Inject
  public ReadyCheck(Startup startup, DataProtector protector) {
    this.startup = startup;
    this.protector = protector;
  }

  @SuppressWarnings("NullAway")
  ReadyCheck() {
    this(null, null); // CDI client proxy
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("gatehouse")
        .status(startup.isDone() && opensWhatItSeals())
        .build();
  }

  private boolean opensWhatItSeals() {
    return protector
        .open(Purpose.CANARY, protector.seal(Purpose.CANARY, CANARY))
        .filter(opened -> Arrays.equals(opened, CANARY))
        .isPresent();
  }
}
