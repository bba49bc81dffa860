package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedJson;

/** The content of stored grants, sealed. */
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

  String seal(Object content) {
    return json.seal(Purpose.GRANT, content);
  }

  /** The content; empty when it was not sealed by this ring, which is as good as no grant. */
  <T> Optional<T> open(StoredGrant grant, Class<T> type) {
    return json.open(Purpose.GRANT, grant.payload(), type);
  }
}
