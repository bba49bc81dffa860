package org.gatehouse.store;

/**
 * The shared store cannot answer in time. Nothing was decided: the same request may succeed in a
 * moment.
 */
public class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
