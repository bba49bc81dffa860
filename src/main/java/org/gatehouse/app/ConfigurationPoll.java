package org.gatehouse.app;

import java.util.function.LongSupplier;

/** One look at the version of clients and resources; one thread at a time takes it. */
final class ConfigurationPoll implements Runnable {
  private static final System.Logger LOG = System.getLogger(ConfigurationPoll.class.getName());
  private static final long NONE = -1;

  private final LongSupplier version;
  private final Runnable changed;
  private long seen = NONE;
  private boolean failing;

  ConfigurationPoll(LongSupplier version, Runnable changed) {
    this.version = version;
    this.changed = changed;
  }

  /** A look that fails changes nothing: what is held is still the best there is. */
  @Override
  public void run() {
    try {
      long now = version.getAsLong();
      if (failing) {
        LOG.log(System.Logger.Level.INFO, "Changes of clients and resources are seen again");
      }
      failing = false;
      if (now != seen) {
        changed.run();
        seen = now;
      }
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Changes of clients and resources are not seen for now: the database does not answer",
            e);
      }
      failing = true;
    }
  }
}
