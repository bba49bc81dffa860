package org.gatehouse.model.configuration;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret of a client or an API resource, as it is kept: hashed, never in plain text.
 *
 * @param value for {@link #SHARED_SECRET} the base64 of the SHA-256 or SHA-512 of the secret
 * @param description for administrators
 * @param expiration from when on the secret is refused; empty: never
 * @param type kind of the secret; open, for a customer's own kinds
 */
public record Secret(
    String value, Optional<String> description, Optional<Instant> expiration, String type) {
  /** A secret that both sides know. */
  public static final String SHARED_SECRET = "SharedSecret";

  /** A shared secret that does not expire. */
  public static Secret shared(String hashedValue) {
    return new Secret(hashedValue, Optional.empty(), Optional.empty(), SHARED_SECRET);
  }

  /** Whether the secret may be used at this instant. */
  public boolean isValidAt(Instant now) {
    return expiration.map(now::isBefore).orElse(true);
  }

  /** Names the kind only; the value stays out of logs. */
  @Override
  public String toString() {
    return "Secret[" + type + "]";
  }
}
