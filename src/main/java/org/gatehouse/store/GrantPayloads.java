package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.ring.SealedJson;

/**
 * The content of stored grants, sealed for its place: its kind, its key and what it is found by. So
 * whoever can write to the store but has no keys can delete a grant, and make none of another's.
 */
@ApplicationScoped
public class GrantPayloads {
  private final SealedJson json;

  @Inject
  public GrantPayloads(SealedJson json) {
    this.json = json;
  }

  @SuppressWarnings("NullAway")
  GrantPayloads() {
    this(null); // CDI client proxy
  }

  /** What the store is to keep. */
  NewGrant seal(GrantKey key, StoredGrant grant, Object content) {
    return new NewGrant(key, grant.holding(json.seal(Purpose.GRANT, place(key, grant), content)));
  }

  /**
   * The content; empty when this ring has not sealed it for there, which is as good as no grant.
   */
  <T> Optional<T> open(GrantKey key, StoredGrant grant, Class<T> type) {
    return json.open(Purpose.GRANT, place(key, grant), grant.payload(), type);
  }

  /** Not the end, which moves. */
  private static List<String> place(GrantKey key, StoredGrant grant) {
    return List.of(
        key.type().name(),
        key.hash().value(),
        grant.grantId(),
        grant.clientId(),
        grant.subject().orElse(""),
        grant.sessionId().orElse(""));
  }
}
