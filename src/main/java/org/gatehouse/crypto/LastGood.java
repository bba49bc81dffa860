package org.gatehouse.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read again and again. Readers always get the last that was good, whole: what
 * cannot be read, or is not believed, changes nothing but the fault that is told.
 */
public final class LastGood<T> {
  private static final System.Logger LOG = System.getLogger(LastGood.class.getName());

  private volatile @Nullable Read<T> last;
  private volatile String fault = "";
  private @Nullable Instant asked;

  private record Read<T>(T value, Instant at) {}

  /** The last good value; read where there is none yet. */
  public T get(Supplier<T> first, Supplier<Instant> now) {
    Read<T> known = last;
    return known != null ? known.value() : begin(first, now);
  }

  /** When the last good value was read. */
  public Optional<Instant> readAt() {
    return Optional.ofNullable(last).map(Read::at);
  }

  private synchronized T begin(Supplier<T> first, Supplier<Instant> now) {
    Read<T> known = last;
    if (known == null) {
      Instant at = now.get();
      known = new Read<>(first.get(), at);
      last = known;
    }
    return known.value();
  }

  /**
   * Reads again.
   *
   * @param again gets the last good value and gives the new one, or throws
   * @return whether there is a new one
   */
  public synchronized boolean refresh(UnaryOperator<T> again, Instant now) {
    Read<T> known = last;
    if (known == null) {
      return false;
    }
    try {
      last = new Read<>(again.apply(known.value()), now);
      fault = "";
      return true;
    } catch (RuntimeException e) {
      tell(e);
      return false;
    }
  }

  /**
   * A newer value than the one in hand, which lacks something: one that another thread has just
   * read, or one read now, unless that was asked for a moment ago.
   *
   * @param gap the time between two readings for this reason
   * @return whether there is a newer one
   */
  public synchronized boolean refreshSince(
      T seen, Duration gap, UnaryOperator<T> again, Instant now) {
    Read<T> known = last;
    Instant before = asked;
    boolean isDue = before == null || now.isBefore(before) || !now.isBefore(before.plus(gap));
    if (known == null || known.value() != seen) {
      return known != null;
    }
    if (isDue) {
      asked = now;
    }
    return isDue && refresh(again, now);
  }

  /** Why the last reading was in vain, in one sentence; empty where it was not. */
  public Optional<String> fault() {
    return Optional.of(fault).filter(text -> !text.isEmpty());
  }

  private void tell(RuntimeException e) {
    String text = e instanceof KeyMaterialException ? String.valueOf(e.getMessage()) : e.toString();
    if (!text.equals(fault)) { // each kind once
      LOG.log(
          System.Logger.Level.ERROR, "Keys are not read again, the last good ones stay: " + text);
    }
    fault = text;
  }
}
