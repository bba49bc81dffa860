package org.gatehouse.config;

import java.util.List;

/**
 * Where data is kept.
 *
 * @param configuration clients and resources
 * @param operational grants
 * @param keys keys that the server makes
 * @param durable whether grants that must survive are in the database, too, where they are in the
 *     grid
 * @param codes where codes wait for their redemption, where there is a grid in front of a database
 * @param locations files with clients and resources: paths, or {@code classpath:} names
 * @param imported what is written into the database at the start
 * @param connections how many connections to the database requests have
 */
public record StoreConfig(
    ConfigurationKind configuration,
    OperationalKind operational,
    KeysKind keys,
    boolean durable,
    CodesKind codes,
    List<String> locations,
    Import imported,
    int connections) {
  public StoreConfig {
    locations = List.copyOf(locations);
  }

  /**
   * Files that are written into the database.
   *
   * @param locations as those of the configuration; none: nothing is written
   * @param replaces whether they replace what the database has in another form
   */
  public record Import(List<String> locations, boolean replaces) {
    public Import {
      locations = List.copyOf(locations);
    }
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
    DATABASE,
    INFINISPAN
  }

  /** Values of {@code gatehouse.store.operational.codes}. */
  public enum CodesKind {
    GRID,
    DATABASE
  }

  /** Values of {@code gatehouse.store.keys}. */
  public enum KeysKind {
    AUTO,
    FILE,
    DATABASE,
    GRID
  }

  /** Whether grants are in the grid, and those that must survive in the database. */
  public boolean isGridBeforeDatabase() {
    return operational == OperationalKind.INFINISPAN && durable;
  }

  /** Whether grants that must survive are in the database. */
  public boolean keepsGrantsInDatabase() {
    return operational == OperationalKind.DATABASE || isGridBeforeDatabase();
  }

  /** Whether anything is kept in the database. */
  public boolean needsDatabase() {
    return dataNeedsDatabase() || keys == KeysKind.DATABASE;
  }

  /**
   * Whether grants are in the grid, nothing is in a database, and all ends with the last node; not
   * so where clients or keys are in one.
   */
  public boolean isGridAlone() {
    return operational == OperationalKind.INFINISPAN && !needsDatabase();
  }

  public boolean keepsKeysInGrid() {
    return keys == KeysKind.GRID;
  }

  /** Where nothing is said, keys are with the data that they protect. */
  public boolean keepsKeysInDatabase() {
    return keys == KeysKind.DATABASE || (keys == KeysKind.AUTO && dataNeedsDatabase());
  }

  /** Whether anything but keys is kept in the database. */
  public boolean dataNeedsDatabase() {
    return keepsGrantsInDatabase() || isConfiguredByDatabase();
  }

  public boolean isConfiguredByDatabase() {
    return configuration == ConfigurationKind.DATABASE;
  }
}
