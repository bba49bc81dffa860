package org.gatehouse.crypto.ring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.Sha2;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
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

  /**
   * Seals for one place only, such as a row of a table.
   *
   * @param place what tells it from others, the same at every opening
   */
  public String seal(Purpose purpose, List<String> place, Object content) {
    return seal(purpose, new Placed(name(place), content));
  }

  /** The content; empty for anything that was not sealed here for this purpose and this place. */
  public <T> Optional<T> open(Purpose purpose, List<String> place, String envelope, Class<T> type) {
    return open(purpose, envelope, JsonNode.class)
        .filter(found -> found.path("place").asString("").equals(name(place)))
        .flatMap(found -> read(found.path("content"), type));
  }

  private record Placed(String place, Object content) {}

  private static String name(List<String> place) {
    return Sha2.base64UrlSha256(JSON.writeValueAsString(place));
  }

  private static <T> Optional<T> read(JsonNode json, Class<T> type) {
    try {
      return Optional.ofNullable(JSON.treeToValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
