package org.gatehouse.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;

/** Holds the clients of another store for a time, and also that there is none of a name. */
public final class CachingClientStore implements ClientStore {
  private final HeldValues<String, Optional<Client>> clients;

  /**
   * Begins with nothing.
   *
   * @param origin is asked for what is not held
   * @param lifetime how long an answer is used
   * @param most of how many names answers are held
   */
  public CachingClientStore(ClientStore origin, Duration lifetime, int most, Clock clock) {
    this.clients = new HeldValues<>(origin::find, lifetime, most, clock);
  }

  @Override
  public Optional<Client> find(String clientId) {
    return clients.get(clientId);
  }

  /** Forgets everything: the next answers are those of the other store. */
  public void drop() {
    clients.drop();
  }
}
