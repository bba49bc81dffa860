package org.gatehouse.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of a slower store, each held for a time: asked for once, however many want it at the same
 * moment; dropped together. While the store does not answer, what is held is used for longer.
 *
 * @param <K> names
 * @param <V> values
 */
final class HeldValues<K, V> {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Function<K, V> origin;
  private final Duration lifetime;
  private final int most;
  private final Clock clock;

  /** Replaced as a whole, so that what is being asked for at that moment goes nowhere. */
  private volatile Cache<K, Held<V>> held;

  /** A value, and until when it needs no look at the store. */
  private record Held<V>(V value, Instant until) {}

  HeldValues(Function<K, V> origin, Duration lifetime, int most, Clock clock) {
    this.origin = origin;
    this.lifetime = lifetime;
    this.most = most;
    this.clock = clock;
    this.held = empty(most);
  }

  V get(K key) {
    Cache<K, Held<V>> cache = held;
    Held<V> present = cache.getIfPresent(key);
    return present != null && isFresh(present)
        ? present.value()
        : cache.asMap().compute(key, this::fresh).value();
  }

  void drop() {
    held = empty(most);
  }

  private Held<V> fresh(K key, @Nullable Held<V> old) {
    if (old != null && isFresh(old)) {
      return old;
    }
    try {
      return new Held<>(origin.apply(key), clock.instant().plus(lifetime));
    } catch (StoreUnavailableException e) {
      if (old == null) {
        throw e;
      }
      return new Held<>(old.value(), clock.instant().plus(PAUSE));
    }
  }

  private boolean isFresh(Held<V> value) {
    return clock.instant().isBefore(value.until());
  }

  private static <K, V> Cache<K, Held<V>> empty(int most) {
    return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }
}
