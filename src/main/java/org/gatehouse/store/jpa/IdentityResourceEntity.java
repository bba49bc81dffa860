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
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.configuration.IdentityResource;
import org.jspecify.annotations.Nullable;

/** An identity resource with its child tables. */
@Entity
@Table(name = "identity_resources")
class IdentityResourceEntity extends AggregateEntity<IdentityResource> {
  private String name = "";
  private boolean enabled;
  private @Nullable String displayName;
  private @Nullable String description;
  private boolean showInDiscoveryDocument;
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
  String name() {
    return name;
  }

  @Override
  void from(IdentityResource model) {
    name = model.name();
    enabled = model.enabled();
    displayName = model.displayName().orElse(null);
    description = model.description().orElse(null);
    showInDiscoveryDocument = model.showInDiscoveryDocument();
    Columns.become(userClaims, model.userClaims());
    Columns.become(properties, model.properties());
    required = model.required();
    emphasize = model.emphasize();
  }

  @Override
  IdentityResource toModel() {
    return IdentityResource.named(name)
        .enabled(enabled)
        .displayName(Optional.ofNullable(displayName))
        .description(Optional.ofNullable(description))
        .showInDiscoveryDocument(showInDiscoveryDocument)
        .userClaims(userClaims)
        .properties(properties)
        .required(required)
        .emphasize(emphasize)
        .build();
  }
}
