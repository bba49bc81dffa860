package org.gatehouse.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.Servable;
import org.gatehouse.model.configuration.StandardScopes;
import org.gatehouse.store.ResourceStore;

/**
 * The resources of the database, each as it is now, and the standard scopes that nobody defined
 * there. One that must not be served is logged, and unknown.
 */
public final class JpaResourceStore implements ResourceStore {
  private final JpaUnit unit;

  public JpaResourceStore(JpaUnit unit) {
    this.unit = unit;
  }

  @Override
  public Resources find(Set<String> scopes) {
    return all().of(scopes);
  }

  @Override
  public Resources all() {
    return unit.read(
        manager ->
            new Resources(
                identityResources(manager),
                enabled(manager, "API scope", Kind.API_SCOPES, Servable::faults),
                enabled(manager, "API resource", Kind.API_RESOURCES, Servable::faults)));
  }

  private static List<IdentityResource> identityResources(EntityManager manager) {
    List<IdentityResource> identity =
        new ArrayList<>(
            enabled(manager, "identity resource", Kind.IDENTITY_RESOURCES, Servable::faults));
    Set<String> defined = new HashSet<>(names(manager, IdentityResourceEntity.class));
    defined.addAll(names(manager, ApiScopeEntity.class));
    StandardScopes.all().stream()
        .filter(standard -> !defined.contains(standard.name()))
        .forEach(identity::add);
    return identity;
  }

  private static List<String> names(EntityManager manager, Class<?> type) {
    String query = "SELECT e.name FROM " + type.getSimpleName() + " e WHERE e.name IN :names";
    return manager
        .createQuery(query, String.class)
        .setParameter("names", StandardScopes.all().stream().map(IdentityResource::name).toList())
        .getResultList();
  }

  private static <T, E extends AggregateEntity<T>> List<T> enabled(
      EntityManager manager, String what, Kind<T, E> kind, Function<T, List<Finding>> rules) {
    return new Aggregates<>(manager, kind)
        .enabled().stream()
            .flatMap(entity -> Rows.servable(what, entity.name(), entity::toModel, rules).stream())
            .toList();
  }
}
