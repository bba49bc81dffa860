package org.gatehouse.store.jpa;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityProvider;
import org.gatehouse.model.configuration.IdentityResource;

/**
 * What is kept in one table and its child tables.
 *
 * @param type the entity
 * @param name the attribute that names it
 * @param made a new entity
 * @param nameOf the name of one
 * @param sharing entities whose names are taken for this kind, too
 * @param <T> what it is in the model
 * @param <E> the entity
 */
record Kind<T, E extends AggregateEntity<T>>(
    Class<E> type,
    String name,
    Supplier<E> made,
    Function<T, String> nameOf,
    List<Class<? extends AggregateEntity<?>>> sharing) {
  static final Kind<Client, ClientEntity> CLIENTS =
      new Kind<>(ClientEntity.class, "clientId", ClientEntity::new, Client::clientId, List.of());
  static final Kind<IdentityResource, IdentityResourceEntity> IDENTITY_RESOURCES =
      new Kind<>(
          IdentityResourceEntity.class,
          "name",
          IdentityResourceEntity::new,
          IdentityResource::name,
          List.of(ApiScopeEntity.class));
  static final Kind<ApiScope, ApiScopeEntity> API_SCOPES =
      new Kind<>(
          ApiScopeEntity.class,
          "name",
          ApiScopeEntity::new,
          ApiScope::name,
          List.of(IdentityResourceEntity.class));
  static final Kind<ApiResource, ApiResourceEntity> API_RESOURCES =
      new Kind<>(
          ApiResourceEntity.class, "name", ApiResourceEntity::new, ApiResource::name, List.of());
  static final Kind<IdentityProvider, IdentityProviderEntity> IDENTITY_PROVIDERS =
      new Kind<>(
          IdentityProviderEntity.class,
          "scheme",
          IdentityProviderEntity::new,
          IdentityProvider::scheme,
          List.of());
}
