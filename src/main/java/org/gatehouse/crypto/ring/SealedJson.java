package org.gatehouse.crypto.ring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Purpose;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records in envelopes that only this server can make and read, for one purpose only: what travels
 * through a browser, and what rests in a store. So any node goes on where another stopped. A field
 * that this version does not know is passed over, so that two versions can run side by side.
 */
@ApplicationScoped
public class SealedJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final DataProtector protector;

  @Inject
  public SealedJson(DataProtector protector) {
    this.protector = protector;
  }

  @SuppressWarnings("NullAway")
  SealedJson() {
    this(null); // CDI client proxy
  }

  public String seal(Purpose purpose, Object content) {
    return protector.seal(purpose, JSON.writeValueAsBytes(content));
  }

  /** The content; empty for anything that was not sealed here for this purpose. */
  public <T> Optional<T> open(Purpose purpose, String envelope, Class<T> type) {
    return protector.open(purpose, envelope).flatMap(json -> read(json, type));
  }

  private static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
