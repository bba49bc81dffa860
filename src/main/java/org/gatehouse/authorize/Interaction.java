package org.gatehouse.authorize;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.SignOn;

/** What a valid authorization request needs next. */
public sealed interface Interaction {
  /** Answers for every case. */
  <R> R fold(
      Function<Proceed, R> proceed,
      Supplier<R> login,
      Supplier<R> consent,
      Function<Refusal, R> refuse);

  /** Nothing: the client gets its code, for this user and these scopes. */
  record Proceed(SignOn signOn, Set<String> scopes) implements Interaction {
    public Proceed {
      scopes = Set.copyOf(scopes);
    }

    @Override
    public <R> R fold(
        Function<Proceed, R> proceed,
        Supplier<R> login,
        Supplier<R> consent,
        Function<Refusal, R> refuse) {
      return proceed.apply(this);
    }
  }

  /** The user must sign in. */
  record Login() implements Interaction {
    @Override
    public <R> R fold(
        Function<Proceed, R> proceed,
        Supplier<R> login,
        Supplier<R> consent,
        Function<Refusal, R> refuse) {
      return login.get();
    }
  }

  /** The user must be asked. */
  record Consent() implements Interaction {
    @Override
    public <R> R fold(
        Function<Proceed, R> proceed,
        Supplier<R> login,
        Supplier<R> consent,
        Function<Refusal, R> refuse) {
      return consent.get();
    }
  }

  /** The client is told no. */
  record Refuse(Refusal refusal) implements Interaction {
    @Override
    public <R> R fold(
        Function<Proceed, R> proceed,
        Supplier<R> login,
        Supplier<R> consent,
        Function<Refusal, R> refuse) {
      return refuse.apply(refusal);
    }
  }
}
