package org.gatehouse.grant;

import org.gatehouse.token.TokenOrder;

/** Judges token requests of one {@code grant_type} (RFC 6749 §4, §4.5). Replaceable. */
public interface GrantHandler {
  /** The value of {@code grant_type} that this handler answers. */
  String grantType();

  /**
   * Judges the request, and says what is to be issued. What it presents is used up by the order's
   * plan, when the tokens are made.
   *
   * @throws org.gatehouse.model.OAuthException where the request is refused
   */
  TokenOrder validate(TokenRequest request);
}
