package org.gatehouse.authorize;

import org.gatehouse.model.Refusal;

/** No parameter more than once (RFC 6749 §3.1). */
final class RepetitionCheck implements AuthorizeCheck {
  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt.require(!attempt.request().parameters().hasRepetition(), Refusal.REPEATED_PARAMETER);
  }
}
