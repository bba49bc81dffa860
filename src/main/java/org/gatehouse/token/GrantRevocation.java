package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.config.TokenConfig;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.store.Revocations;

/** Revokes everything that one authorization gave, for as long as any of it could live. */
@ApplicationScoped
public class GrantRevocation {
  /** For a request that was validated before and stores its token only now. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(5);

  /** Of a client that cannot be asked how long its tokens live. */
  private static final Duration UNKNOWN = Duration.ofDays(1);

  private final Revocations revocations;
  private final TokenConfig config;
  private final Clock clock;

  @Inject
  public GrantRevocation(Revocations revocations, TokenConfig config, Clock clock) {
    this.revocations = revocations;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  GrantRevocation() {
    this(null, null, null); // CDI client proxy
  }

  public void revoke(Client client, String grantId) {
    Instant end = RefreshTokenLife.lastPossibleEnd(client, clock.instant());
    revocations.revoke(grantId, end.plus(config.clockSkew()).plus(UNDER_WAY));
  }

  /** As {@link #revoke}, for a client that is disabled or gone. */
  public void revokeOfUnknownClient(String grantId) {
    revocations.revoke(grantId, clock.instant().plus(UNKNOWN));
  }
}
