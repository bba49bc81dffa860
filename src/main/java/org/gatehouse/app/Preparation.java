package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What stores and keys find when they are made: the tables of the database and what is imported,
 * and the other nodes where these have the keys.
 */
@ApplicationScoped
public class Preparation {
  private final Migration migration;
  private final StoredConfiguration configuration;
  private final GridKeys keys;

  @Inject
  public Preparation(Migration migration, StoredConfiguration configuration, GridKeys keys) {
    this.migration = migration;
    this.configuration = configuration;
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  Preparation() {
    this(null, null, null); // CDI client proxy
  }

  /** False where something is wrong, which the faults tell. */
  boolean carryOut(StartFaults faults) {
    return faults.attempt(migration::apply)
        && faults.attempt(configuration::begin)
        && faults.attempt(keys::await);
  }
}
