package org.gatehouse.token;

import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.crypto.Handle;

/** What a token response says of the refresh token (RFC 6749 §5.1, §6). */
public sealed interface RefreshTokenPlan {
  /**
   * The handle to send.
   *
   * @param issue makes the first token of a family
   */
  Optional<Handle> handle(Supplier<Handle> issue);

  /** There is none. */
  record None() implements RefreshTokenPlan {
    @Override
    public Optional<Handle> handle(Supplier<Handle> issue) {
      return Optional.empty();
    }
  }

  /** A family begins. */
  record New() implements RefreshTokenPlan {
    @Override
    public Optional<Handle> handle(Supplier<Handle> issue) {
      return Optional.of(issue.get());
    }
  }

  /** This one is already kept: the successor of the one that was used, or the same again. */
  record Kept(Handle handle) implements RefreshTokenPlan {
    @Override
    public Optional<Handle> handle(Supplier<Handle> issue) {
      return Optional.of(handle);
    }
  }
}
