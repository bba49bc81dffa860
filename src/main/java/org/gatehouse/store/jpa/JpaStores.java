package org.gatehouse.store.jpa;

import java.time.Clock;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityProvider;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.store.EditableStore;

/** What can be changed in the database. */
public final class JpaStores {
  private final JpaUnit unit;
  private final Clock clock;

  public JpaStores(JpaUnit unit, Clock clock) {
    this.unit = unit;
    this.clock = clock;
  }

  public EditableStore<Client> clients() {
    return new JpaEditableStore<>(unit, clock, Kind.CLIENTS);
  }

  public EditableStore<IdentityResource> identityResources() {
    return new JpaEditableStore<>(unit, clock, Kind.IDENTITY_RESOURCES);
  }

  public EditableStore<ApiScope> apiScopes() {
    return new JpaEditableStore<>(unit, clock, Kind.API_SCOPES);
  }

  public EditableStore<ApiResource> apiResources() {
    return new JpaEditableStore<>(unit, clock, Kind.API_RESOURCES);
  }

  public EditableStore<IdentityProvider> identityProviders() {
    return new JpaEditableStore<>(unit, clock, Kind.IDENTITY_PROVIDERS);
  }
}
