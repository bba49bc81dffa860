package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.store.Revocations;

/**
 * Sessions that users signed out of, and whose tokens end with them. The mark of a session outlives
 * its codes and access tokens of up to a day; its refresh tokens are revoked one by one.
 */
@ApplicationScoped
public class EndedSessions {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Revocations revocations;
  private final SessionConfig config;
  private final Clock clock;

  @Inject
  public EndedSessions(Revocations revocations, SessionConfig config, Clock clock) {
    this.revocations = revocations;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  EndedSessions() {
    this(null, null, null); // CDI client proxy
  }

  /** Marks the session of this {@code sid}, which is kept still; a new sign-in gets another. */
  public void end(String sessionId) {
    revocations.mark(sessionId, clock.instant().plus(REMEMBERED));
  }

  /** Whether tokens of the client end with the session that they came from. */
  public boolean concern(Client client) {
    return client.coordinateLifetimeWithUserSession().orElse(config.coordinateLifetimes());
  }

  /** Whether the client's tokens of this session have ended with it. */
  public boolean ended(Client client, String sessionId) {
    return concern(client) && hasEnded(sessionId);
  }

  /** Whether the session has ended, or was about to when something came between. */
  public boolean hasEnded(String sessionId) {
    return revocations.isRevoked(sessionId);
  }
}
