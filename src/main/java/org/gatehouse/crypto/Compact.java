package org.gatehouse.crypto;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compact serialization, taken apart (RFC 7515 §7.1, RFC 7516 §7.1): the base64url parts and the
 * header's members. Each part must be written in its one canonical way, so that no character of the
 * text can be changed without effect.
 */
public record Compact(List<Base64URL> parts, Map<String, Object> header) {
  private static final int MAX_HEADER_LENGTH = 1024;

  public Compact {
    parts = List.copyOf(parts);
  }

  public static Optional<Compact> parse(String text, int partCount, int maxLength) {
    if (text.length() > maxLength) {
      return Optional.empty();
    }
    String[] texts = text.split("\\.", partCount + 1);
    if (texts.length != partCount || texts[0].length() > MAX_HEADER_LENGTH) {
      return Optional.empty();
    }
    List<Base64URL> parts = Arrays.stream(texts).map(Base64URL::from).toList();
    if (!parts.stream().allMatch(Compact::isCanonical)) {
      return Optional.empty();
    }
    return object(parts.get(0)).map(header -> new Compact(parts, header));
  }

  /** The JSON object of a part; empty when it holds none. */
  public static Optional<Map<String, Object>> object(Base64URL part) {
    String json = part.decodeToString();
    if (!json.startsWith("{")) { // the library also takes null, and arrays of pairs
      return Optional.empty();
    }
    try {
      return Optional.of(JSONObjectUtils.parse(json));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isCanonical(Base64URL part) {
    return Base64URL.encode(part.decode()).equals(part);
  }
}
