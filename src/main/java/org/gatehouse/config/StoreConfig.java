package org.gatehouse.config;

import java.util.List;

/**
 * Where data is kept.
 *
 * @param configuration clients and resources
 * @param operational grants
 * @param locations files with clients and resources: paths, or {@code classpath:} names
 * @param imports such files whose content is written into the database at the start
 */
public record StoreConfig(
    ConfigurationKind configuration,
    OperationalKind operational,
    List<String> locations,
    List<String> imports) {
  public StoreConfig {
    locations = List.copyOf(locations);
    imports = List.copyOf(imports);
  }

  /** Values of {@code gatehouse.store.configuration}. */
  public enum ConfigurationKind {
    /** Files, and beans of code. */
    FILE,
    /** Beans of code only. */
    MEMORY,
    DATABASE
  }

  /** Values of {@code gatehouse.store.operational}. */
  public enum OperationalKind {
    MEMORY,
    DATABASE
  }

  /** Whether anything is kept in the database. */
  public boolean needsDatabase() {
    return operational == OperationalKind.DATABASE || isConfiguredByDatabase();
  }

  public boolean isConfiguredByDatabase() {
    return configuration == ConfigurationKind.DATABASE;
  }
}
