package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.ResourceStore;
import org.gatehouse.store.file.ConfigurationLoader;
import org.gatehouse.store.file.FileClientStore;
import org.gatehouse.store.file.FileResourceStore;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jpa.JpaClientStore;
import org.gatehouse.store.jpa.JpaResourceStore;
import org.gatehouse.store.jpa.JpaUnit;

/** Where clients and resources come from; a bean of a customer's store wins. */
@ApplicationScoped
public class ConfigurationProducer {
  private static final System.Logger LOG = System.getLogger(ConfigurationProducer.class.getName());

  /** Clients and resources from the files and from beans; refused with all faults. */
  @Produces
  @Singleton
  public ConfigurationLoader.Result configuration(
      StoreConfig store,
      @Any Instance<Client> clients,
      @Any Instance<IdentityResource> identityResources,
      @Any Instance<ApiScope> apiScopes,
      @Any Instance<ApiResource> apiResources) {
    ConfigurationLoader loader = new ConfigurationLoader();
    store.locations().forEach(loader::file);
    each(clients, loader::client);
    each(identityResources, loader::identityResource);
    each(apiScopes, loader::apiScope);
    each(apiResources, loader::apiResource);
    ConfigurationLoader.Result result = loader.result();
    UnservedSettings unserved =
        UnservedSettings.of(result.clients(), result.resources().apiResources());
    List<ConfigFault> faults = new ArrayList<>(result.faults());
    faults.addAll(unserved.faults());
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
    unserved.warnings().forEach(line -> LOG.log(System.Logger.Level.WARNING, line));
    result.warnings().forEach(line -> LOG.log(System.Logger.Level.WARNING, line));
    return result;
  }

  /** Made where the database is the store, and not before. */
  @Produces
  @Singleton
  public JpaUnit unit(Database database) {
    return new JpaUnit(database.lending());
  }

  void close(@Disposes JpaUnit unit) {
    unit.close();
  }

  @Produces
  @ApplicationScoped
  public ClientStore clients(
      StoreConfig store,
      Instance<JpaUnit> unit,
      ConfigurationCaches caches,
      Instance<ConfigurationLoader.Result> files) {
    return store.isConfiguredByDatabase()
        ? caches.inFrontOf(new JpaClientStore(unit.get()))
        : new FileClientStore(files.get().clients());
  }

  @Produces
  @ApplicationScoped
  public ResourceStore resources(
      StoreConfig store,
      Instance<JpaUnit> unit,
      ConfigurationCaches caches,
      Instance<ConfigurationLoader.Result> files) {
    return store.isConfiguredByDatabase()
        ? caches.inFrontOf(new JpaResourceStore(unit.get()))
        : new FileResourceStore(files.get().resources());
  }

  private static <T> void each(Instance<T> beans, BiConsumer<String, T> add) {
    for (Instance.Handle<T> bean : beans.handles()) {
      T value = bean.get();
      String type = value.getClass().getSimpleName();
      add.accept("the " + type + " of " + bean.getBean().getBeanClass().getName(), value);
    }
  }
}
