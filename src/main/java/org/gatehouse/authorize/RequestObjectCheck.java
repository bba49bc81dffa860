package org.gatehouse.authorize;

import org.gatehouse.model.Refusal;

/**
 * Request objects and registration in the request: answered as not supported (OIDC Core §6, §7).
 */
final class RequestObjectCheck implements AuthorizeCheck {
  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt.require(attempt.get("request").isEmpty(), Refusal.REQUEST_OBJECT);
    attempt.require(attempt.get("request_uri").isEmpty(), Refusal.REQUEST_OBJECT_BY_REFERENCE);
    attempt.require(attempt.get("registration").isEmpty(), Refusal.REGISTRATION);
    attempt.require(!attempt.client().requireRequestObject(), Refusal.REQUEST_OBJECT_REQUIRED);
  }
}
