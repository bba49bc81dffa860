package org.gatehouse.token;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is used up for the tokens, and what is kept of them (RFC 6749 §4.1.2, §6). The use is the
 * last step, when the tokens are made: what fails before it uses nothing up, and after it nothing
 * can fail.
 */
public sealed interface RedemptionPlan {
  /**
   * Carries the plan out, and gives the answer to send.
   *
   * @param make signs the access token and the ID token
   */
  TokenResponse carryOut(Supplier<MadeTokens> make);

  /** Nothing is used up, and there is no refresh token. */
  record None() implements RedemptionPlan {
    @Override
    public TokenResponse carryOut(Supplier<MadeTokens> make) {
      return make.get().answer(Optional.empty());
    }
  }

  /**
   * What the client presented is used.
   *
   * @param use uses it, keeps what follows from it in the same step, and gives the answer; refuses
   *     where another was first
   */
  record Use(Function<MadeTokens, TokenResponse> use) implements RedemptionPlan {
    @Override
    public TokenResponse carryOut(Supplier<MadeTokens> make) {
      return use.apply(make.get());
    }
  }
}
