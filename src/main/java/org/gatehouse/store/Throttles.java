package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;

/**
 * How often something may be done, such as asking for the tokens of a device code (RFC 8628 §3.5).
 * A mark that lasts as long as one must wait says that it was done; whoever can leave a new one may
 * do it, on any node. So asking costs one statement, and asking too early changes nothing.
 */
@ApplicationScoped
public class Throttles {
  private static final String NO_FILTER_NAMES_IT = "";

  private final GrantStore grants;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public Throttles(GrantStore grants, Handles handles, Clock clock) {
    this.grants = grants;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Throttles() {
    this(null, null, null); // CDI client proxy
  }

  /**
   * Whether it may be done now; true for one caller in every interval.
   *
   * @param handle of what is asked for, such as the device code
   * @param interval how long to wait after a true
   */
  public boolean mayNow(Handle handle, Duration interval) {
    Instant now = clock.instant();
    return grants.create(
        GrantKey.of(GrantType.THROTTLE, handle),
        new StoredGrant(
            NO_FILTER_NAMES_IT,
            NO_FILTER_NAMES_IT,
            Optional.empty(),
            Optional.empty(),
            now,
            now.plus(interval),
            handles.nextId())); // a store that has to try twice knows its own by it
  }
}
