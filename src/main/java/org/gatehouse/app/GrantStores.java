package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.config.StoreConfig.CodesKind;
import org.gatehouse.crypto.Handles;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.infinispan.GridGrantStore;
import org.gatehouse.store.infinispan.InfinispanGrantStore;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.JdbcGrantStore;
import org.gatehouse.store.memory.MemoryGrantStore;

/** The kinds of stores for grants. What is not asked for is not made. */
@ApplicationScoped
public class GrantStores {
  private final MemoryGrantStore memory;
  private final Instance<Database> database;
  private final Instance<Cluster> cluster;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public GrantStores(
      MemoryGrantStore memory,
      Instance<Database> database,
      Instance<Cluster> cluster,
      Handles handles,
      Clock clock) {
    this.memory = memory;
    this.database = database;
    this.cluster = cluster;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  GrantStores() {
    this(null, null, null, null, null); // CDI client proxy
  }

  GrantStore of(StoreConfig config) {
    return switch (config.operational()) {
      case MEMORY -> memory;
      case DATABASE -> database();
      case INFINISPAN -> grid(config);
    };
  }

  private GrantAuthority database() {
    return new JdbcGrantStore(database.get(), clock);
  }

  private GrantStore grid(StoreConfig config) {
    if (!config.durable()) {
      return new GridGrantStore(cluster.get(), handles, clock);
    }
    InfinispanGrantStore grid = new InfinispanGrantStore(database(), cluster.get(), handles, clock);
    return config.codes() == CodesKind.GRID ? grid : database();
  }
}
