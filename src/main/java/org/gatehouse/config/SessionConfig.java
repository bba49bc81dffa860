package org.gatehouse.config;

import java.time.Duration;

/**
 * Sign-on sessions and the pages on the way to them.
 *
 * @param lifetime from sign-in to expiry
 * @param sameSite the cookie attribute (RFC 6265bis §5.4.7)
 * @param coordinateLifetimes true: a client's refresh tokens end with the session they came from,
 *     unless the client says otherwise
 * @param interactionLifetime how long a login or consent page may stay open
 */
public record SessionConfig(
    Duration lifetime,
    SameSite sameSite,
    boolean coordinateLifetimes,
    Duration interactionLifetime) {

  /** Values of the cookie attribute {@code SameSite}. */
  public enum SameSite {
    NONE("None"),
    LAX("Lax");

    private final String attribute;

    SameSite(String attribute) {
      this.attribute = attribute;
    }

    /** The attribute's value on the wire. */
    public String attribute() {
      return attribute;
    }
  }
}
