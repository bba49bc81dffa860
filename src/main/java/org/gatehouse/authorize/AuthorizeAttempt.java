package org.gatehouse.authorize;

import java.util.Optional;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;

/**
 * A request whose client and redirect URI are good: from here on a refusal goes to the client.
 *
 * @param request what was sent
 * @param client who asks
 * @param target where to answer
 */
record AuthorizeAttempt(AuthorizeRequest request, Client client, ResponseTarget target) {
  Optional<String> get(String name) {
    return request.get(name);
  }

  /** Refuses, by redirect, unless the condition holds. */
  void require(boolean condition, Refusal refusal) {
    if (!condition) {
      throw refused(refusal);
    }
  }

  AuthorizeException refused(Refusal refusal) {
    return new AuthorizeException(refusal, target);
  }

  /** Runs a rule that knows nothing of redirects; its refusal becomes one. */
  void run(Runnable rule) {
    try {
      rule.run();
    } catch (OAuthException e) {
      throw refused(e.refusal());
    }
  }
}
