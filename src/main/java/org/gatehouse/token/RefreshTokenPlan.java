package org.gatehouse.token;

import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.crypto.Handle;

/**
 * What becomes of the refresh token (RFC 6749 §5.1, §6). It is carried out last, when the other
 * tokens are made: what fails before it leaves an old refresh token good.
 */
public sealed interface RefreshTokenPlan {
  /**
   * Carries the plan out, and gives the handle to send.
   *
   * @param issue makes and keeps the first token of a family
   */
  Optional<Handle> carryOut(Supplier<Handle> issue);

  /** There is none. */
  record None() implements RefreshTokenPlan {
    @Override
    public Optional<Handle> carryOut(Supplier<Handle> issue) {
      return Optional.empty();
    }
  }

  /**
   * A family begins.
   *
   * @param check refuses where the grant ended while the token was being kept
   */
  record New(Runnable check) implements RefreshTokenPlan {
    @Override
    public Optional<Handle> carryOut(Supplier<Handle> issue) {
      Handle handle = issue.get();
      check.run();
      return Optional.of(handle);
    }
  }

  /**
   * One is used.
   *
   * @param use uses it, and gives its successor or itself
   */
  record Use(Supplier<Handle> use) implements RefreshTokenPlan {
    @Override
    public Optional<Handle> carryOut(Supplier<Handle> issue) {
      return Optional.of(use.get());
    }
  }
}
