package org.gatehouse.store.jpa;

import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.configuration.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The columns that API scopes, API resources and identity resources have in common; each kind names
 * its own child tables.
 *
 * @param <T> what it is in the model
 */
@MappedSuperclass
abstract class ResourceEntity<T extends Resource> extends AggregateEntity<T> {
  private String name = "";
  private boolean enabled;
  private @Nullable String displayName;
  private @Nullable String description;
  private boolean showInDiscoveryDocument;

  abstract Set<String> userClaims();

  abstract Map<String, String> properties();

  @Override
  String name() {
    return name;
  }

  boolean enabled() {
    return enabled;
  }

  Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  Optional<String> description() {
    return Optional.ofNullable(description);
  }

  boolean showInDiscoveryDocument() {
    return showInDiscoveryDocument;
  }

  @Override
  void from(T model) {
    name = model.name();
    enabled = model.enabled();
    displayName = model.displayName().orElse(null);
    description = model.description().orElse(null);
    showInDiscoveryDocument = model.showInDiscoveryDocument();
    Columns.become(userClaims(), model.userClaims());
    Columns.become(properties(), model.properties());
  }
}
