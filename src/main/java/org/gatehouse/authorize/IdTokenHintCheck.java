package org.gatehouse.authorize;

import java.util.Optional;
import org.gatehouse.model.Refusal;
import org.gatehouse.token.IdTokenHints;

/** {@code id_token_hint}: an ID token of ours for this client; it may have expired (§3.1.2.1). */
final class IdTokenHintCheck implements AuthorizeCheck {
  private final IdTokenHints hints;

  IdTokenHintCheck(IdTokenHints hints) {
    this.hints = hints;
  }

  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt
        .get("id_token_hint")
        .ifPresent(
            hint ->
                attempt.require(
                    hints
                        .read(hint)
                        .filter(read -> read.audience().contains(attempt.client().clientId()))
                        .isPresent(),
                    Refusal.ID_TOKEN_HINT_INVALID));
  }

  /** The hinted user, in a request that passed. */
  static Optional<String> subject(AuthorizeRequest request, IdTokenHints hints) {
    return request.get("id_token_hint").flatMap(hints::read).map(IdTokenHints.Hint::subject);
  }
}
