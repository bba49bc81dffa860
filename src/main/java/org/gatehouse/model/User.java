package org.gatehouse.model;

import java.util.Map;

/**
 * A user as the user store knows them.
 *
 * @param subject the {@code sub} claim: stable, never reused (OIDC Core §2)
 * @param username what the user signs in with
 * @param active false: no sign-in, no token
 * @param claims claims by name; values are strings, numbers, booleans, lists and maps of them
 */
public record User(String subject, String username, boolean active, Map<String, Object> claims) {
  public User {
    claims = Map.copyOf(claims);
  }

  /** The subject only: claims are personal data. */
  @Override
  public String toString() {
    return "User[" + subject + "]";
  }
}
