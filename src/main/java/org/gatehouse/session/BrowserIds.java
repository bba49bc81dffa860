package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.HashedHandle;

/** Gives every browser a handle, so that a page answers only to the browser it was shown in. */
@ApplicationScoped
public class BrowserIds {
  private final Handles handles;

  @Inject
  public BrowserIds(Handles handles) {
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  BrowserIds() {
    this(null); // CDI client proxy
  }

  /**
   * A browser with a handle.
   *
   * @param created the handle, where it had none before
   */
  public record Known(HashedHandle hash, Optional<Handle> created) {}

  /** The browser's own handle, so that several tabs go on side by side; else a new one. */
  public Known of(Browser browser) {
    return browser
        .id()
        .map(id -> new Known(id.hashed(), Optional.empty()))
        .orElseGet(
            () -> {
              Handle created = handles.next();
              return new Known(created.hashed(), Optional.of(created));
            });
  }
}
