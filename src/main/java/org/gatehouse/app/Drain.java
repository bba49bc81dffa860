package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.config.StartConfig;

/** Whether this node leaves: it serves whoever still comes, and says that it is not ready. */
@ApplicationScoped
public class Drain {
  private static final System.Logger LOG = System.getLogger(Drain.class.getName());

  private final AtomicBoolean stops = new AtomicBoolean();
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
    return stops.get() || Files.exists(config.drainFile());
  }

  /** Says that the node leaves, and goes on serving until balancers have noticed. */
  void untilNoticed() {
    boolean wasUnderWay = isUnderWay();
    stops.set(true);
    if (!wasUnderWay && !config.drain().isZero()) {
      LOG.log(System.Logger.Level.INFO, "Serving for {0} more, then stopping", config.drain());
      await();
    }
  }

  private void await() {
    try {
      boolean over = new CountDownLatch(1).await(config.drain().toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(System.Logger.Level.DEBUG, "Drained, {0}", over);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
