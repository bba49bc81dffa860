package org.gatehouse.authorize;

import java.util.Set;
import org.gatehouse.client.ScopeRules;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.token.SigningAlgorithms;

/**
 * {@code scope}: known, allowed to the client (RFC 6749 §3.3), and such that tokens can be signed
 * for all who will verify them; at the token endpoint the code would be spent.
 */
final class ScopeCheck implements AuthorizeCheck {
  private final ScopeRules rules;
  private final SigningAlgorithms algorithms;

  ScopeCheck(ScopeRules rules, SigningAlgorithms algorithms) {
    this.rules = rules;
    this.algorithms = algorithms;
  }

  @Override
  public void check(AuthorizeAttempt attempt) {
    String scope = attempt.get("scope").orElseThrow(() -> attempt.refused(Refusal.SCOPE_MISSING));
    attempt.run(
        () -> {
          Set<String> scopes = Scopes.parse(scope);
          attempt.require(!scopes.isEmpty(), Refusal.SCOPE_MISSING);
          Resources asked = rules.resolve(attempt.client(), scopes);
          algorithms.forAccessToken(asked.apiResources());
          algorithms.forIdToken(attempt.client());
        });
  }
}
