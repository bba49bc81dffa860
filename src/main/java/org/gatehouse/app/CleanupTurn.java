package org.gatehouse.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.config.CleanupConfig;
import org.gatehouse.store.jdbc.ExpiredGrants;
import org.gatehouse.store.jdbc.Leases;

/** One node's turn to delete what has expired. */
final class CleanupTurn {
  private static final String LEASE = "grant-cleanup";

  /** A node that comes late to its next turn still holds the lease. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /** What a batch is followed by at least, in milliseconds. */
  private static final long SHORTEST_PAUSE = 5;

  private final Leases leases;
  private final ExpiredGrants grants;
  private final CleanupConfig config;

  CleanupTurn(Leases leases, ExpiredGrants grants, CleanupConfig config) {
    this.leases = leases;
    this.grants = grants;
    this.config = config;
  }

  /**
   * Deletes all that has expired, batch by batch, as long as this node holds the lease. It pauses
   * for as long as each batch took, so that at least half of the time belongs to the requests.
   *
   * @return how many rows
   */
  long take() throws InterruptedException {
    long count = 0;
    int deleted = config.batch();
    while (deleted == config.batch() && leases.hold(LEASE, config.interval().plus(LATE))) {
      long start = System.nanoTime();
      deleted = grants.delete(config.batch());
      count += deleted;
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      Thread.sleep(Math.max(SHORTEST_PAUSE, took));
    }
    return count;
  }
}
