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
import org.gatehouse.model.configuration.ApiScope;

/** An API scope with its child tables. */
@Entity
@Table(name = "api_scopes")
class ApiScopeEntity extends ResourceEntity<ApiScope> {
  private boolean required;
  private boolean emphasize;

  @ElementCollection
  @CollectionTable(name = "api_scope_claims", joinColumns = @JoinColumn(name = "api_scope_id"))
  @Column(name = "type")
  private Set<String> userClaims = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "api_scope_properties", joinColumns = @JoinColumn(name = "api_scope_id"))
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
  void from(ApiScope model) {
    super.from(model);
    required = model.required();
    emphasize = model.emphasize();
  }

  @Override
  ApiScope toModel() {
    return ApiScope.named(name())
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
