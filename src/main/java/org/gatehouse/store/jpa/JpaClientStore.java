package org.gatehouse.store.jpa;

import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Servable;
import org.gatehouse.store.ClientStore;

/** The clients of the database, each as it is now. */
public final class JpaClientStore implements ClientStore {
  private final JpaUnit unit;

  public JpaClientStore(JpaUnit unit) {
    this.unit = unit;
  }

  /** One that must not be served is logged, and unknown. */
  @Override
  public Optional<Client> find(String clientId) {
    return unit.read(
        manager ->
            new Aggregates<>(manager, Kind.CLIENTS)
                .find(clientId)
                .flatMap(
                    entity ->
                        Rows.servable("client", clientId, entity::toModel, Servable::faults)));
  }
}
