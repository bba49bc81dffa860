package org.gatehouse.authorize;

import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.model.Refusal;

/** {@code prompt}: known values, and {@code none} alone (OIDC Core §3.1.2.1). */
final class PromptCheck implements AuthorizeCheck {
  @Override
  public void check(AuthorizeAttempt attempt) {
    attempt
        .get("prompt")
        .ifPresent(
            value ->
                attempt.require(
                    Stream.of(value.split(" ")).allMatch(w -> Prompt.parse(w).isPresent()),
                    Refusal.PROMPT_UNKNOWN));
    Set<Prompt> prompts = Prompt.of(attempt.request());
    attempt.require(
        !prompts.contains(Prompt.NONE) || prompts.size() == 1, Refusal.PROMPT_NONE_COMBINED);
  }
}
