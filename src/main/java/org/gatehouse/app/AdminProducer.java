package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.gatehouse.admin.Administration;
import org.gatehouse.admin.Aggregates;
import org.gatehouse.admin.Notation;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiResourceBuilder;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.Servable;
import org.gatehouse.store.EditableStore;
import org.gatehouse.store.FixedStore;
import org.gatehouse.store.file.ConfigurationLoader;
import org.gatehouse.store.file.JsonNotation;
import org.gatehouse.store.jpa.JpaStores;
import org.gatehouse.store.jpa.JpaUnit;

/** What the administration API shows: the database, or read only what came from files and code. */
@ApplicationScoped
public class AdminProducer {
  @Produces
  @Singleton
  public Administration administration(
      StoreConfig config,
      Instance<JpaUnit> unit,
      Instance<ConfigurationLoader.Result> files,
      Clock clock) {
    if (config.isConfiguredByDatabase()) {
      JpaStores stores = new JpaStores(unit.get(), clock);
      return of(
          stores.clients(), stores.apiScopes(), stores.apiResources(), stores.identityResources());
    }
    ConfigurationLoader.Result read = files.get();
    return of(
        fixed(read.clients(), Client::clientId, clock),
        fixed(read.resources().apiScopes(), ApiScope::name, clock),
        fixed(read.resources().apiResources(), ApiResource::name, clock),
        fixed(read.resources().identityResources(), IdentityResource::name, clock));
  }

  private static Administration of(
      EditableStore<Client> clients,
      EditableStore<ApiScope> apiScopes,
      EditableStore<ApiResource> apiResources,
      EditableStore<IdentityResource> identityResources) {
    return new Administration(
        aggregates(
            Administration.CLIENTS,
            clients,
            new Notation<>(
                Client::clientId, "ClientId", read(JsonNotation::client), Servable::faults),
            AdminProducer::withSecrets),
        aggregates(
            Administration.API_SCOPES,
            apiScopes,
            new Notation<>(ApiScope::name, "Name", read(JsonNotation::apiScope), Servable::faults),
            (before, wanted) -> wanted),
        aggregates(
            Administration.API_RESOURCES,
            apiResources,
            new Notation<>(
                ApiResource::name, "Name", read(JsonNotation::apiResource), Servable::faults),
            AdminProducer::withSecrets),
        aggregates(
            Administration.IDENTITY_RESOURCES,
            identityResources,
            new Notation<>(
                IdentityResource::name,
                "Name",
                read(JsonNotation::identityResource),
                Servable::faults),
            (before, wanted) -> wanted));
  }

  private static <T extends Record> Aggregates<T> aggregates(
      String path, EditableStore<T> store, Notation<T> notation, BinaryOperator<T> keepingSecrets) {
    return new Aggregates<>(Administration.PATH + "/" + path, store, notation, keepingSecrets);
  }

  private static <T> Function<String, Notation.Read<T>> read(
      Function<String, JsonNotation.Read<T>> reader) {
    return json -> {
      JsonNotation.Read<T> read = reader.apply(json);
      return new Notation.Read<>(read.value(), read.faults());
    };
  }

  private static <T> EditableStore<T> fixed(
      List<T> values, Function<T, String> nameOf, Clock clock) {
    return new FixedStore<>(values, nameOf, clock.instant());
  }

  private static Client withSecrets(Client before, Client wanted) {
    return wanted.clientSecrets().isEmpty()
        ? ClientBuilder.builder(wanted).clientSecrets(before.clientSecrets()).build()
        : wanted;
  }

  private static ApiResource withSecrets(ApiResource before, ApiResource wanted) {
    return wanted.apiSecrets().isEmpty()
        ? ApiResourceBuilder.builder(wanted).apiSecrets(before.apiSecrets()).build()
        : wanted;
  }
}
