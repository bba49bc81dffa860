package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gatehouse.config.StartConfig;

/**
 * Whether this node leaves: it serves whoever still comes, and says that it is not ready. A file
 * says so, for the server closes its ports before it tells the application of a stop.
 */
@ApplicationScoped
public class Drain {
  private final StartConfig config;

  @Inject
  public Drain(StartConfig config) {
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  Drain() {
    this(null); // CDI client proxy
  }

  /** A start begins without what an earlier stop left behind. */
  void onStart(@Observes jakarta.enterprise.event.Startup event) {
    try {
      Files.deleteIfExists(config.drainFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUnderWay() {
    return Files.exists(config.drainFile());
  }
}
