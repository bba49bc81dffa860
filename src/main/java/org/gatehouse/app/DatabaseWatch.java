package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.config.StartConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.Database;

/** Whether the database answers, and how long it has not. */
@ApplicationScoped
public class DatabaseWatch {
  /** How long an answer, and the lack of one, is good. */
  private static final Duration GOOD = Duration.ofSeconds(1);

  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
  private final AtomicLong lastAsked = new AtomicLong(System.nanoTime() - GOOD.toNanos());
  private final AtomicBoolean silent = new AtomicBoolean();
  private final StoreConfig stores;
  private final StartConfig config;
  private final Instance<Database> database;

  @Inject
  public DatabaseWatch(StoreConfig stores, StartConfig config, Instance<Database> database) {
    this.stores = stores;
    this.config = config;
    this.database = database;
  }

  @SuppressWarnings("NullAway")
  DatabaseWatch() {
    this(null, null, null); // CDI client proxy
  }

  /**
   * The silence so far: zero where it answers, or where there is none. It is asked once a second at
   * most, so that health checks do not burden it.
   */
  Duration silence() {
    if (!stores.needsDatabase()) {
      return Duration.ZERO;
    }
    long now = System.nanoTime();
    long asked = lastAsked.get();
    if (now - asked >= GOOD.toNanos() && lastAsked.compareAndSet(asked, now)) {
      silent.set(!database.get().answers());
    }
    if (!silent.get()) {
      lastAnswer.set(now);
      return Duration.ZERO;
    }
    return Duration.ofNanos(Math.max(1, now - lastAnswer.get()));
  }

  /** Whether a node whose database is silent for so long still serves what needs none. */
  boolean isBearable(Duration silence) {
    return silence.isZero() || silence.compareTo(config.withoutDatabase()) < 0;
  }
}
