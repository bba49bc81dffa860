package org.gatehouse.store;

import java.io.Serial;

/** The shared store answers nobody, as opposed to being busy, or to a single call that failed. */
public final class StoreAwayException extends StoreUnavailableException {
  @Serial private static final long serialVersionUID = 1;

  private final boolean isCertain;

  /**
   * @param cause what the driver of the store threw
   * @param isCertain whether a look of its own has just found it silent; else it only seems so,
   *     from what calls met, and a moment later more is known
   */
  public StoreAwayException(Throwable cause, boolean isCertain) {
    super(cause);
    this.isCertain = isCertain;
  }

  public boolean isCertain() {
    return isCertain;
  }
}
