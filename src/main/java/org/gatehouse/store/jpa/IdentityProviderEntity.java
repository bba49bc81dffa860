package org.gatehouse.store.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.configuration.IdentityProvider;
import org.jspecify.annotations.Nullable;

/** An identity provider with its properties. */
@Entity
@Table(name = "identity_providers")
class IdentityProviderEntity extends AggregateEntity<IdentityProvider> {
  private String scheme = "";
  private boolean enabled;
  private @Nullable String displayName;
  private String type = "";

  @ElementCollection
  @CollectionTable(
      name = "identity_provider_properties",
      joinColumns = @JoinColumn(name = "identity_provider_id"))
  @MapKeyColumn(name = "property_key")
  @Column(name = "property_value")
  private Map<String, String> properties = new HashMap<>();

  @Override
  String name() {
    return scheme;
  }

  @Override
  void from(IdentityProvider provider) {
    scheme = provider.scheme();
    enabled = provider.enabled();
    displayName = provider.displayName().orElse(null);
    type = provider.type();
    Columns.become(properties, provider.properties());
  }

  @Override
  IdentityProvider toModel() {
    return new IdentityProvider(
        scheme, enabled, Optional.ofNullable(displayName), type, properties);
  }
}
