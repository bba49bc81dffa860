package org.gatehouse.model.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the use of a refresh token was answered, for a client that did not get it and asks again.
 *
 * @param accessToken the access token
 * @param issuedAt when it was issued
 * @param expiresIn its life from then on
 * @param scopes what it is worth
 * @param idToken where there was one
 * @param refreshToken the successor of the token that was used
 */
public record RefreshAnswer(
    String accessToken,
    Instant issuedAt,
    Duration expiresIn,
    Set<String> scopes,
    Optional<String> idToken,
    String refreshToken) {
  public RefreshAnswer {
    scopes = Set.copyOf(scopes);
  }

  /** What is left of the access token's life. */
  public Duration expiresIn(Instant now) {
    Duration passed = Duration.between(issuedAt, now);
    Duration left = passed.isNegative() ? expiresIn : expiresIn.minus(passed);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "RefreshAnswer" + scopes;
  }
}
