package org.gatehouse.crypto;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that the first caller makes and all callers share. A failure is not kept. */
final class Once<T> {
  private volatile @Nullable T value;

  T get(Supplier<T> maker) {
    T known = value;
    return known != null ? known : make(maker);
  }

  private synchronized T make(Supplier<T> maker) {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
    }
    return known;
  }
}
