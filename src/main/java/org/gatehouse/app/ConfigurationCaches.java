package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatehouse.config.CacheConfig;
import org.gatehouse.store.CachingClientStore;
import org.gatehouse.store.CachingResourceStore;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.ResourceStore;

/** What this node holds of clients and resources; all of it is dropped when they change. */
@ApplicationScoped
public class ConfigurationCaches {
  private final CacheConfig config;
  private final Clock clock;
  private final List<Runnable> drops = new CopyOnWriteArrayList<>();

  @Inject
  public ConfigurationCaches(CacheConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  ConfigurationCaches() {
    this(null, null); // CDI client proxy
  }

  ClientStore inFrontOf(ClientStore origin) {
    CachingClientStore cache =
        new CachingClientStore(origin, config.clientLifetime(), config.clients(), clock);
    drops.add(cache::drop);
    return cache;
  }

  ResourceStore inFrontOf(ResourceStore origin) {
    CachingResourceStore cache = new CachingResourceStore(origin, config.resourceLifetime(), clock);
    drops.add(cache::drop);
    return cache;
  }

  void drop() {
    drops.forEach(Runnable::run);
  }
}
