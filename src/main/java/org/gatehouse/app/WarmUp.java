package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.jdbc.Database;

/**
 * What the first requests would else wait for: connections to the database, and the code between
 * them and the grants, each carried out once before the node is ready.
 */
@ApplicationScoped
public class WarmUp {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
  private static final int CONNECTIONS = 4;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long PAUSE_NANOS = 250_000_000L;

  private final StoreConfig config;
  private final Instance<Database> database;
  private final GrantStore grants;
  private final Handles handles;

  @Inject
  public WarmUp(
      StoreConfig config, Instance<Database> database, GrantStore grants, Handles handles) {
    this.config = config;
    this.database = database;
    this.grants = grants;
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  WarmUp() {
    this(null, null, null, null); // CDI client proxy
  }

  void touch(StartFaults faults) {
    faults.touch(grants);
  }

  /** A store that does not answer yet is tried for a while; the start does not depend on it. */
  void carryOut() {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!isDone() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean isDone() {
    try {
      if (config.needsDatabase()) {
        database.get().warm(Math.min(CONNECTIONS, config.connections()));
      }
      GrantKey nobodys = GrantKey.of(GrantType.AUTHORIZATION_CODE, handles.next());
      grants.consume(nobodys, "", List.of());
      return true;
    } catch (StoreUnavailableException e) {
      LOG.log(
          System.Logger.Level.INFO, "The start waits for the store of grants: {0}", e.getCause());
      return false;
    }
  }
}
