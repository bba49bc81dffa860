package org.gatehouse.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.config.CleanupConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.ExpiredGrants;
import org.gatehouse.store.jdbc.Leases;
import org.jspecify.annotations.Nullable;

/**
 * What has expired leaves the database, once in every interval, by one of the nodes. Which one says
 * a lease, which it holds until its next turn; when it dies, another takes its place after that.
 */
@ApplicationScoped
public class Cleanup {
  private static final System.Logger LOG = System.getLogger(Cleanup.class.getName());

  private final StoreConfig store;
  private final CleanupConfig config;
  private final DataSources sources;
  private final Instance<Database> requests;
  private final Clock clock;
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  @Inject
  public Cleanup(
      StoreConfig store,
      CleanupConfig config,
      DataSources sources,
      Instance<Database> requests,
      Clock clock) {
    this.store = store;
    this.config = config;
    this.sources = sources;
    this.requests = requests;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Cleanup() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** Begins, where grants are kept in the database. */
  void start() {
    if (store.keepsGrantsInDatabase()) {
      Database database = requests.get().inBackground(sources.background());
      CleanupTurn turn =
          new CleanupTurn(
              new Leases(database, UUID.randomUUID().toString()),
              new ExpiredGrants(database, clock),
              config);
      Thread made = new Thread(() -> takeTurns(turn), "gatehouse-cleanup");
      made.setDaemon(true);
      thread.set(made);
      made.start();
    }
  }

  /** Ends with the application; a batch under way is rolled back or finished. */
  @PreDestroy
  void stop() {
    Thread made = thread.getAndSet(null);
    if (made != null) {
      made.interrupt();
    }
  }

  private void takeTurns(CleanupTurn turn) {
    try {
      while (thread.get() != null) {
        Thread.sleep(config.interval().toMillis());
        take(turn);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the application ends
    }
  }

  /** A turn that fails is told, and the next one is taken. */
  private static void take(CleanupTurn turn) throws InterruptedException {
    try {
      long deleted = turn.take();
      LOG.log(System.Logger.Level.DEBUG, "Deleted {0} expired grants", deleted);
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, "Expired grants wait: the database does not answer", e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Expired grants could not be deleted", e);
    }
  }
}
