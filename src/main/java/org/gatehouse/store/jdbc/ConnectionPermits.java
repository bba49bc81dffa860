package org.gatehouse.store.jdbc;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As many callers at once as the pool has connections. The others wait here, where the wait is
 * short and whoever is let in sees first whether the database has gone silent meanwhile; the
 * server's pool counts waits in whole seconds and knows nothing of the time spent on a log-in.
 */
final class ConnectionPermits {
  private final Semaphore free;
  private final long longestWait;

  ConnectionPermits(int count, Duration longestWait) {
    this.free = new Semaphore(count, true);
    this.longestWait = longestWait.toNanos();
  }

  /**
   * Comes back with a permit, to be given back by {@link #release}.
   *
   * @throws SQLTransientConnectionException where none is free in time
   */
  void acquire() throws SQLTransientConnectionException {
    try {
      if (!free.tryAcquire(longestWait, TimeUnit.NANOSECONDS)) {
        throw new SQLTransientConnectionException("All connections are in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("Interrupted while it waited for a connection", e);
    }
  }

  void release() {
    free.release();
  }
}
