package org.gatehouse.store.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatehouse.model.configuration.IdentityResource;

/** An identity resource with its child tables. */
@Entity
@Table(name = "identity_resources")
class IdentityResourceEntity extends ResourceEntity<IdentityResource> {
  private boolean required;
  private boolean emphasize;

  @ElementCollection
  @CollectionTable(
      name = "identity_resource_claims",
      joinColumns = @JoinColumn(name = "identity_resource_id"))
  @Column(name = "type")
  private Set<String> userClaims = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "identity_resource_properties",
      joinColumns = @JoinColumn(name = "identity_resource_id"))
  @MapKeyColumn(name = "property_key")
  @Column(name = "property_value")
  private Map<String, String> properties = new HashMap<>();

  @Override
  Set<String> userClaims() {
    return userClaims;
  }

  @Override
  Map<String, String> properties() {
    return properties;
  }

  @Override
  void from(IdentityResource model) {
    super.from(model);
    required = model.required();
    emphasize = model.emphasize();
  }

  @Override
  IdentityResource toModel() {
    return IdentityResource.named(name())
        .enabled(enabled())
        .displayName(displayName())
        .description(description())
        .showInDiscoveryDocument(showInDiscoveryDocument())
        .userClaims(userClaims)
        .properties(properties)
        .required(required)
        .emphasize(emphasize)
        .build();
  }
}
