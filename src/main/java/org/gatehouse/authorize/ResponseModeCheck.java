package org.gatehouse.authorize;

import org.gatehouse.model.Refusal;

/**
 * {@code response_mode}, where sent, is one we know; the refusal travels by the default mode (OAuth
 * Multiple Response Types §2.1).
 */
final class ResponseModeCheck implements AuthorizeCheck {
  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt.require(
        attempt.get("response_mode").map(v -> ResponseMode.of(v).isPresent()).orElse(true),
        Refusal.RESPONSE_MODE_UNKNOWN);
  }
}
