package org.gatehouse.authorize;

import org.gatehouse.config.LimitConfig;
import org.gatehouse.model.Refusal;

/** No parameter longer than its limit; what is checked is also what later pages carry around. */
final class LengthCheck implements AuthorizeCheck {
  private final LimitConfig limits;

  LengthCheck(LimitConfig limits) {
    this.limits = limits;
  }

  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt
        .request()
        .parameters()
        .asMap()
        .forEach(
            (name, value) ->
                attempt.require(
                    value.length() <= limits.lengthOf(name), Refusal.PARAMETER_TOO_LONG));
  }
}
