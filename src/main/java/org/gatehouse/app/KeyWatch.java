package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread that looks after keys while the application runs. No failure ends it. */
@ApplicationScoped
public class KeyWatch {
  private static final System.Logger LOG = System.getLogger(KeyWatch.class.getName());

  private final KeyMaterial keys;
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(KeyWatch::thread);

  @Inject
  public KeyWatch(KeyMaterial keys) {
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  KeyWatch() {
    this(null); // CDI client proxy
  }

  /** Comes after the start proper, and only where that found no fault. */
  void begin(@Observes Startup event) {
    long interval = keys.tickInterval().toMillis();
    var unused = // tick() keeps its failures
        thread.scheduleWithFixedDelay(this::tick, interval, interval, TimeUnit.MILLISECONDS);
  }

  void end(@Observes Shutdown event) {
    thread.shutdownNow();
  }

  void tick() {
    attempt("data-protection keys", keys::tickRing);
    attempt("signing keys", keys::tickSigning);
    attempt("canary", keys::compare);
  }

  /** A failure is logged when it is another one than before. */
  private void attempt(String what, Runnable step) {
    try {
      step.run();
      failures.remove(what);
    } catch (RuntimeException e) {
      if (!e.toString().equals(failures.put(what, e.toString()))) {
        LOG.log(System.Logger.Level.ERROR, "Looking after the " + what + " failed", e);
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "gatehouse-keys");
    thread.setDaemon(true);
    return thread;
  }
}
