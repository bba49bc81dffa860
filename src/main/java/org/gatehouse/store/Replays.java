package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;

/**
 * Identifiers that others make and that may come once, such as the {@code jti} of a client
 * assertion (RFC 7523 §3) or of a DPoP proof (RFC 9449 §11.1). The key in the store decides which
 * of many callers, on any node, is the one.
 */
@ApplicationScoped
public class Replays {
  private static final String NO_FILTER_NAMES_IT = "";

  private final GrantStore grants;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public Replays(GrantStore grants, Handles handles, Clock clock) {
    this.grants = grants;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Replays() {
    this(null, null, null); // CDI client proxy
  }

  /**
   * Remembers the identifier. True for the first caller, until it expires.
   *
   * @param purpose what kind of identifier it is, without a colon; each has a space of its own
   * @param identifier with everything that it is unique within, such as the client
   * @param expiresAt from when on whatever carries the identifier is refused for its age
   */
  public boolean addIfAbsent(String purpose, String identifier, Instant expiresAt) {
    return grants.create(
        GrantKey.of(GrantType.REPLAY, new Handle(purpose + ":" + identifier)),
        new StoredGrant(
            NO_FILTER_NAMES_IT,
            NO_FILTER_NAMES_IT,
            Optional.empty(),
            Optional.empty(),
            clock.instant(),
            expiresAt,
            handles.nextId())); // a store that has to try twice knows its own by it
  }
}
