package org.gatehouse.authorize;

/** One rule on authorization requests. The list in the validator says when it runs. */
interface AuthorizeCheck {
  /**
   * Lets the request pass, or refuses it.
   *
   * @throws AuthorizeException where the request breaks the rule
   */
  void check(AuthorizeAttempt attempt);
}
