package org.gatehouse.session;

import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.HashedHandle;

/**
 * What a request's cookies say: which browser it is and which session it has.
 *
 * @param id the browser's handle
 * @param session the session's handle, not yet looked up
 */
public record Browser(Optional<Handle> id, Optional<Handle> session) {

  /** Whether this is the browser with that hash. */
  public boolean is(HashedHandle expected) {
    return id.map(Handle::hashed).filter(expected::equals).isPresent();
  }
}
