package org.gatehouse.store;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a one-time use. */
public sealed interface Outcome<T> {
  /**
   * Answers for every case.
   *
   * @param replayed is told the authorization that the used grant belonged to
   */
  <R> R fold(
      Function<? super T, ? extends R> first,
      Function<String, ? extends R> replayed,
      Supplier<? extends R> unknown);

  /** The same outcome with another value. */
  default <U> Outcome<U> map(Function<? super T, ? extends U> as) {
    return fold(
        value -> new First<U>(as.apply(value)),
        grantId -> new Replayed<U>(grantId),
        () -> new Unknown<U>());
  }

  /** This caller, and no other, used it. */
  record First<T>(T value) implements Outcome<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> first,
        Function<String, ? extends R> replayed,
        Supplier<? extends R> unknown) {
      return first.apply(value);
    }
  }

  /** It was used before; of what it held, the store knows the authorization only. */
  record Replayed<T>(String grantId) implements Outcome<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> first,
        Function<String, ? extends R> replayed,
        Supplier<? extends R> unknown) {
      return replayed.apply(grantId);
    }
  }

  /** It never was, has expired, was revoked, or belongs to another client. */
  record Unknown<T>() implements Outcome<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> first,
        Function<String, ? extends R> replayed,
        Supplier<? extends R> unknown) {
      return unknown.get();
    }
  }
}
