package org.gatehouse.authorize;

import java.util.Set;
import org.gatehouse.model.Refusal;

/** {@code display}: a known value; every page of ours fits all of them (OIDC Core §3.1.2.1). */
final class DisplayCheck implements AuthorizeCheck {
  private static final Set<String> KNOWN = Set.of("page", "popup", "touch", "wap");

  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt.require(
        attempt.get("display").map(KNOWN::contains).orElse(true), Refusal.DISPLAY_UNKNOWN);
  }
}
