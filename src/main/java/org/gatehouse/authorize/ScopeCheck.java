package org.gatehouse.authorize;

import java.util.Set;
import org.gatehouse.client.ScopeRules;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;

/** {@code scope}: known, and allowed to the client (RFC 6749 §3.3). */
final class ScopeCheck implements AuthorizeCheck {
  private final ScopeRules rules;

  ScopeCheck(ScopeRules rules) {
    this.rules = rules;
  }

  @Override
  public void check(AuthorizeAttempt attempt) {
    String scope = attempt.get("scope").orElseThrow(() -> attempt.refused(Refusal.SCOPE_MISSING));
    attempt.run(
        () -> {
          Set<String> scopes = Scopes.parse(scope);
          attempt.require(!scopes.isEmpty(), Refusal.SCOPE_MISSING);
          rules.resolve(attempt.client(), scopes);
        });
  }
}
