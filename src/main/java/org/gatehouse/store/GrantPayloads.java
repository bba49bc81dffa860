package org.gatehouse.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.DataProtector;
import org.gatehouse.crypto.Purpose;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of stored grants: JSON, sealed by the key ring. A field that this version does not
 * know is passed over, so that two versions can share one store.
 */
@ApplicationScoped
public class GrantPayloads {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final DataProtector protector;

  @Inject
  public GrantPayloads(DataProtector protector) {
    this.protector = protector;
  }

  @SuppressWarnings("NullAway")
  GrantPayloads() {
    this(null); // CDI client proxy
  }

  String seal(Object content) {
    return protector.seal(Purpose.GRANT, JSON.writeValueAsBytes(content));
  }

  /** The content; empty when it was not sealed by this ring, which is as good as no grant. */
  <T> Optional<T> open(StoredGrant grant, Class<T> type) {
    return protector.open(Purpose.GRANT, grant.payload()).flatMap(bytes -> read(bytes, type));
  }

  <T> Outcome<T> open(Outcome<StoredGrant> outcome, Class<T> type) {
    return outcome.fold(
        grant ->
            open(grant, type).<Outcome<T>>map(Outcome.First::new).orElseGet(Outcome.Unknown::new),
        grant ->
            open(grant, type)
                .<Outcome<T>>map(Outcome.Replayed::new)
                .orElseGet(Outcome.Unknown::new),
        Outcome.Unknown::new);
  }

  private static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
