package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.store.Revocations;

/** Revokes everything that one authorization gave, for as long as any of it could live. */
@ApplicationScoped
public class GrantRevocation {
  private final Revocations revocations;
  private final Clock clock;

  @Inject
  public GrantRevocation(Revocations revocations, Clock clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  GrantRevocation() {
    this(null, null); // CDI client proxy
  }

  public void revoke(Client client, Grant grant) {
    revocations.revoke(
        grant.id(), client.clientId(), RefreshTokenLife.lastPossibleEnd(client, clock.instant()));
  }
}
