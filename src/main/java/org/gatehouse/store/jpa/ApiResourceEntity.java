package org.gatehouse.store.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.model.configuration.ApiResource;

/** An API resource with its child tables. */
@Entity
@Table(name = "api_resources")
class ApiResourceEntity extends ResourceEntity<ApiResource> {
  private String allowedAccessTokenSigningAlgorithms = "";
  private boolean requireResourceIndicator;

  @ElementCollection
  @CollectionTable(
      name = "api_resource_claims",
      joinColumns = @JoinColumn(name = "api_resource_id"))
  @Column(name = "type")
  private Set<String> userClaims = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "api_resource_properties",
      joinColumns = @JoinColumn(name = "api_resource_id"))
  @MapKeyColumn(name = "property_key")
  @Column(name = "property_value")
  private Map<String, String> properties = new HashMap<>();

  @ElementCollection
  @CollectionTable(
      name = "api_resource_scopes",
      joinColumns = @JoinColumn(name = "api_resource_id"))
  @Column(name = "scope")
  private Set<String> scopes = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "api_resource_secrets",
      joinColumns = @JoinColumn(name = "api_resource_id"))
  @OrderColumn(name = "position")
  private List<SecretColumns> apiSecrets = new ArrayList<>();

  @Override
  Set<String> userClaims() {
    return userClaims;
  }

  @Override
  Map<String, String> properties() {
    return properties;
  }

  @Override
  void from(ApiResource model) {
    super.from(model);
    allowedAccessTokenSigningAlgorithms =
        Columns.names(model.allowedAccessTokenSigningAlgorithms());
    requireResourceIndicator = model.requireResourceIndicator();
    Columns.become(scopes, model.scopes());
    apiSecrets.clear();
    model.apiSecrets().stream().map(SecretColumns::from).forEach(apiSecrets::add);
  }

  @Override
  ApiResource toModel() {
    return ApiResource.named(name())
        .enabled(enabled())
        .displayName(displayName())
        .description(description())
        .showInDiscoveryDocument(showInDiscoveryDocument())
        .userClaims(userClaims)
        .properties(properties)
        .allowedAccessTokenSigningAlgorithms(
            Columns.algorithms(allowedAccessTokenSigningAlgorithms))
        .requireResourceIndicator(requireResourceIndicator)
        .scopes(scopes)
        .apiSecrets(apiSecrets.stream().map(SecretColumns::toModel).toList())
        .build();
  }
}
