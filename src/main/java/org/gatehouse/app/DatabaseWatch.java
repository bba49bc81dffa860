package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.config.StartConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.Database;

/** Whether the database answers, and how long it has not. */
@ApplicationScoped
public class DatabaseWatch {
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
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

  /** Asks, and gives the silence so far: zero where it answers, or where there is none. */
  Duration silence() {
    if (!stores.needsDatabase() || database.get().answers()) {
      lastAnswer.set(System.nanoTime());
      return Duration.ZERO;
    }
    return Duration.ofNanos(System.nanoTime() - lastAnswer.get());
  }

  /** Whether a node whose database is silent for so long still serves what needs none. */
  boolean isBearable(Duration silence) {
    return silence.isZero() || silence.compareTo(config.withoutDatabase()) < 0;
  }
}
