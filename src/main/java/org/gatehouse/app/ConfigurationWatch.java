package org.gatehouse.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gatehouse.config.CacheConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jdbc.ConfigurationState;
import org.gatehouse.store.jdbc.Database;

/** Looks again and again whether clients or resources of the database changed on any node. */
@ApplicationScoped
public class ConfigurationWatch {
  private final StoreConfig store;
  private final CacheConfig config;
  private final DataSources sources;
  private final Instance<Database> requests;
  private final ConfigurationCaches caches;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "gatehouse-configuration");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  public ConfigurationWatch(
      StoreConfig store,
      CacheConfig config,
      DataSources sources,
      Instance<Database> requests,
      ConfigurationCaches caches) {
    this.store = store;
    this.config = config;
    this.sources = sources;
    this.requests = requests;
    this.caches = caches;
  }

  @SuppressWarnings("NullAway")
  ConfigurationWatch() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** Begins, where the database is the store. A poll tells its failures itself. */
  @SuppressWarnings("FutureReturnValueIgnored")
  void begin() {
    if (store.isConfiguredByDatabase()) {
      Database database = requests.get().beside(sources.background());
      ConfigurationState state = new ConfigurationState(database);
      ConfigurationPoll poll = new ConfigurationPoll(state::version, caches::drop);
      long pause = config.poll().toMillis();
      background.scheduleWithFixedDelay(poll, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** Does something beside the requests, once. */
  void later(Runnable work) {
    background.execute(work);
  }

  @PreDestroy
  void end() {
    background.shutdownNow();
  }
}
