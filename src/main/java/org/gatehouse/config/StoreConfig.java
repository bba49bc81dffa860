package org.gatehouse.config;

import java.util.List;

/**
 * Where data is kept.
 *
 * @param configuration clients and resources
 * @param operational grants
 * @param locations files with clients and resources: paths, or {@code classpath:} names
 */
public record StoreConfig(
    ConfigurationKind configuration, OperationalKind operational, List<String> locations) {
  public StoreConfig {
    locations = List.copyOf(locations);
  }

  /** Values of {@code gatehouse.store.configuration}. */
  public enum ConfigurationKind {
    FILE
  }

  /** Values of {@code gatehouse.store.operational}. */
  public enum OperationalKind {
    MEMORY,
    DATABASE
  }

  /** Whether anything is kept in the database. */
  public boolean needsDatabase() {
    return operational == OperationalKind.DATABASE;
  }
}
