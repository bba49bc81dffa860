package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What stores find in the database when they are made: its tables, and what is imported. */
@ApplicationScoped
public class Preparation {
  private final Migration migration;
  private final StoredConfiguration configuration;

  @Inject
  public Preparation(Migration migration, StoredConfiguration configuration) {
    this.migration = migration;
    this.configuration = configuration;
  }

  @SuppressWarnings("NullAway")
  Preparation() {
    this(null, null); // CDI client proxy
  }

  /** False where something is wrong, which the faults tell. */
  boolean carryOut(StartFaults faults) {
    return faults.attempt(migration::apply) && faults.attempt(configuration::begin);
  }
}
