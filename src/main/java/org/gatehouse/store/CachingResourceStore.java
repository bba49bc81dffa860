package org.gatehouse.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.gatehouse.model.configuration.Resources;

/**
 * Holds the resources of another store for a time. They are few, so all are held together, and
 * every answer comes from one state of them.
 */
public final class CachingResourceStore implements ResourceStore {
  private static final String ALL = "all";

  private final HeldValues<String, Resources> resources;

  /**
   * Begins with nothing.
   *
   * @param origin is asked for what is not held
   * @param lifetime how long an answer is used
   */
  public CachingResourceStore(ResourceStore origin, Duration lifetime, Clock clock) {
    this.resources = new HeldValues<>(all -> origin.all(), lifetime, 1, clock);
  }

  @Override
  public Resources find(Set<String> scopes) {
    return all().of(scopes);
  }

  @Override
  public Resources all() {
    return resources.get(ALL);
  }

  /** Forgets everything: the next answer is that of the other store. */
  public void drop() {
    resources.drop();
  }
}
