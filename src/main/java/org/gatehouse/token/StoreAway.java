package org.gatehouse.token;

import java.util.function.BooleanSupplier;
import org.gatehouse.store.StoreUnavailableException;

/**
 * What introspection decides while the shared store does not answer.
 *
 * <p>A JWT that verifies is good until the store says otherwise: an API that verifies it by the
 * published keys accepts it at that moment, too, and never asks. To refuse here would bring down
 * every API that asks, and would keep no revoked token from an API that does not. It ends with the
 * life of the token, an hour by default, and with the return of the store.
 *
 * <p>A handle, such as a refresh token, says nothing by itself: nobody could decide about it
 * without the store. So whoever looks one up lets {@link StoreUnavailableException} pass, and the
 * caller learns when to come again.
 */
final class StoreAway {
  private StoreAway() {}

  /**
   * Whether a verified JWT is good.
   *
   * @param standing asks the store what became of it
   */
  static boolean isGoodJwt(BooleanSupplier standing) {
    try {
      return standing.getAsBoolean();
    } catch (StoreUnavailableException e) {
      return true;
    }
  }
}
