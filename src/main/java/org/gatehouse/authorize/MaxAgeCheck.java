package org.gatehouse.authorize;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.model.Refusal;

/** {@code max_age}: seconds, from 0 on (OIDC Core §3.1.2.1). */
final class MaxAgeCheck implements AuthorizeCheck {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt.require(
        attempt.get("max_age").map(age -> SECONDS.matcher(age).matches()).orElse(true),
        Refusal.MAX_AGE_MALFORMED);
  }

  /** The value, in a request that passed. */
  static Optional<Duration> maxAge(AuthorizeRequest request) {
    return request.get("max_age").map(Long::parseLong).map(Duration::ofSeconds);
  }
}
