package org.gatehouse.authorize;

import org.gatehouse.model.GrantTypeName;
import org.gatehouse.model.Refusal;

/** {@code response_type}: the code flow, where the client may use it (RFC 6749 §3.1.1). */
final class ResponseTypeCheck implements AuthorizeCheck {
  static final String CODE = "code";

  @Override
  public void check(AuthorizeAttempt attempt) {
    String responseType =
        attempt
            .get("response_type")
            .orElseThrow(() -> attempt.refused(Refusal.RESPONSE_TYPE_MISSING));
    attempt.require(responseType.equals(CODE), Refusal.RESPONSE_TYPE_UNKNOWN);
    attempt.require(
        attempt.client().allowsGrantType(GrantTypeName.AUTHORIZATION_CODE),
        Refusal.RESPONSE_TYPE_NOT_ALLOWED);
  }
}
