package org.gatehouse.store.jdbc;

import java.io.Serial;
import java.sql.SQLException;
import org.gatehouse.store.StoreUnavailableException;

/** The connection broke at the commit: it may have happened or not. */
final class OutcomeUnknownException extends StoreUnavailableException {
  @Serial private static final long serialVersionUID = 1;

  OutcomeUnknownException(SQLException cause) {
    super(cause);
  }
}
