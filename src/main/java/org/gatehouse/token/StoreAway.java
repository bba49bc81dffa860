package org.gatehouse.token;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gatehouse.store.StoreAwayException;
import org.gatehouse.store.StoreUnavailableException;

/**
 * What introspection decides while the shared store answers nobody.
 *
 * <p>A JWT that verifies is good until the store says otherwise: an API that verifies it by the
 * published keys accepts it at that moment, too, and never asks. To refuse here would bring down
 * every API that asks, and would keep no revoked token from an API that does not. It ends with the
 * life of the token, an hour by default, and with the return of the store.
 *
 * <p>A store that is only busy, or a grid that lost members, is no such case: who could bring that
 * about for a moment would have a revoked token called good. Then the caller is to come again.
 *
 * <p>A handle, such as a refresh token, says nothing by itself: nobody could decide about it
 * without the store. So whoever looks one up lets {@link StoreUnavailableException} pass, and the
 * caller learns when to come again.
 */
final class StoreAway {
  /** How long it may take until it is known whether a store that seems away is away, in ns. */
  private static final long LONGEST_DOUBT = Duration.ofMillis(1_500).toNanos();

  private static final long PAUSE = Duration.ofMillis(20).toNanos();

  private StoreAway() {}

  /**
   * Whether a verified JWT is good: yes, too, where it is certain that nobody can say otherwise.
   *
   * @param asksStore asks the store what became of it; called once more where it had no luck, and
   *     again and again while the store seems to be away, which costs nothing then
   */
  static boolean holdsOrStoreIsAway(BooleanSupplier asksStore) {
    try {
      return certain(asksStore);
    } catch (StoreAwayException e) {
      throw e;
    } catch (StoreUnavailableException e) {
      return certain(asksStore); // by now it is known whether others are answered
    }
  }

  private static boolean certain(BooleanSupplier asksStore) {
    long end = System.nanoTime() + LONGEST_DOUBT;
    while (true) {
      try {
        return asksStore.getAsBoolean();
      } catch (StoreAwayException e) {
        if (e.isCertain()) {
          return true;
        }
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
