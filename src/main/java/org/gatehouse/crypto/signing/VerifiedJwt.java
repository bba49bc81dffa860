package org.gatehouse.crypto.signing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JWT with a signature of ours: its kind and its claims (RFC 7519 §4). A claim of another type
 * than asked for counts as absent.
 */
public record VerifiedJwt(String typ, Map<String, Object> claims) {
  public VerifiedJwt {
    Map<String, Object> present = new HashMap<>(claims);
    present.values().removeIf(Objects::isNull); // says as much as an absent claim
    claims = Map.copyOf(present);
  }

  public Optional<String> issuer() {
    return string("iss");
  }

  public Optional<String> subject() {
    return string("sub");
  }

  public List<String> audience() {
    return strings("aud");
  }

  public Optional<Instant> expiresAt() {
    return instant("exp");
  }

  public Optional<Instant> issuedAt() {
    return instant("iat");
  }

  /** A claim of any type. */
  public Optional<Object> claim(String name) {
    return Optional.ofNullable(claims.get(name));
  }

  public Optional<String> string(String name) {
    return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The strings of an array, or the one string that stands for it (RFC 7519 §4.1.3). */
  public List<String> strings(String name) {
    Object value = claims.get(name);
    if (value instanceof List<?> list) {
      return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return string(name).stream().toList();
  }

  /** A NumericDate of whole seconds (RFC 7519 §2). */
  public Optional<Instant> instant(String name) {
    return claims.get(name) instanceof Long seconds
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "VerifiedJwt[" + typ + "]";
  }
}
