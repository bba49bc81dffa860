package org.gatehouse.store;

import java.io.Serial;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;

/**
 * The shared store cannot answer in time. An adapter throws it in place of whatever its driver
 * throws; the edge tells the other side to come again.
 */
public class StoreUnavailableException extends OAuthException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * @param cause what the driver of the store threw
   */
  public StoreUnavailableException(Throwable cause) {
    super(Refusal.STORE_UNAVAILABLE, cause);
  }
}
