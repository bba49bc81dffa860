package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.RefreshAnswer;

/**
 * Answers to the use of refresh tokens, for a short while and sealed, under the handle that was
 * used. They end with everything else that their authorization gave.
 */
@ApplicationScoped
public class RefreshAnswers {
  private final GrantStore grants;
  private final GrantPayloads payloads;
  private final Clock clock;

  @Inject
  public RefreshAnswers(GrantStore grants, GrantPayloads payloads, Clock clock) {
    this.grants = grants;
    this.payloads = payloads;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  RefreshAnswers() {
    this(null, null, null); // CDI client proxy
  }

  /** An answer, to be kept as a result of the use. */
  public NewGrant make(Handle used, Grant grant, RefreshAnswer answer, Duration window) {
    Instant now = clock.instant();
    return payloads.seal(key(used), StoredGrant.of(grant, now, now.plus(window)), answer);
  }

  /** What the use of this handle was answered, where that is kept still. */
  public Optional<RefreshAnswer> find(Handle used, String clientId) {
    return grants
        .find(key(used))
        .filter(grant -> grant.clientId().equals(clientId))
        .flatMap(grant -> payloads.open(key(used), grant, RefreshAnswer.class));
  }

  private static GrantKey key(Handle used) {
    return GrantKey.of(GrantType.REFRESH_ANSWER, used);
  }
}
