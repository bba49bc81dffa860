package org.gatehouse.store;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.GrantType;

/**
 * What this server remembers for a short time and what would be too long for an address, sealed:
 * the state of a login elsewhere, the details of an error. Whoever has the handle gets it, on any
 * node. One that is lost means no more than starting again.
 */
@ApplicationScoped
public class Messages {
  private final GrantStore grants;
  private final GrantPayloads payloads;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public Messages(GrantStore grants, GrantPayloads payloads, Handles handles, Clock clock) {
    this.grants = grants;
    this.payloads = payloads;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Messages() {
    this(null, null, null, null); // CDI client proxy
  }

  /**
   * Keeps a message, and gives its handle.
   *
   * @param purpose a message is read and taken for the same purpose only
   * @param content a record
   */
  public Handle put(String purpose, Object content, Duration lifetime) {
    Handle handle = handles.next();
    Instant now = clock.instant();
    StoredGrant stored =
        new StoredGrant(
            handles.nextId(),
            owner(purpose),
            Optional.empty(),
            Optional.empty(),
            now,
            now.plus(lifetime),
            "");
    NewGrant made = payloads.seal(key(handle), stored, content);
    require(grants.create(made.key(), made.grant()), Refusal.INTERNAL);
    return handle;
  }

  /** The message, which stays. */
  public <T> Optional<T> read(String purpose, Handle handle, Class<T> type) {
    return grants
        .find(key(handle))
        .filter(grant -> grant.clientId().equals(owner(purpose)))
        .flatMap(grant -> payloads.open(key(handle), grant, type));
  }

  /** The message, for the first caller. */
  public <T> Optional<T> take(String purpose, Handle handle, Class<T> type) {
    return grants
        .consume(key(handle), owner(purpose), List.of())
        .fold(
            grant -> payloads.open(key(handle), grant, type),
            replayed -> Optional.empty(),
            Optional::empty);
  }

  private static GrantKey key(Handle handle) {
    return GrantKey.of(GrantType.MESSAGE, handle);
  }

  /**
   * Stands in the place of the client, so that a use for another purpose is refused by the store.
   */
  private static String owner(String purpose) {
    return "message:" + purpose;
  }
}
