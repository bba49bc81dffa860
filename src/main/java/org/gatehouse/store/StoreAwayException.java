package org.gatehouse.store;

import java.io.Serial;

/** The shared store answers nobody, as opposed to being busy, or to a single call that failed. */
public final class StoreAwayException extends StoreUnavailableException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * @param cause what the driver of the store threw
   */
  public StoreAwayException(Throwable cause) {
    super(cause);
  }
}
