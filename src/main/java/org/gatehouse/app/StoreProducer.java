package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.DemoConfig;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.crypto.ring.Canary;
import org.gatehouse.crypto.ring.DataProtector;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.ResourceStore;
import org.gatehouse.store.UserStore;
import org.gatehouse.store.file.ConfigurationLoader;
import org.gatehouse.store.file.FileClientStore;
import org.gatehouse.store.file.FileResourceStore;
import org.gatehouse.store.file.FileSealedKeyStore;
import org.gatehouse.store.jdbc.JdbcSealedKeyStore;
import org.gatehouse.store.memory.NoUsers;

/** Chooses the store of each port; a bean of a customer's, {@code @Alternative @Priority}, wins. */
@ApplicationScoped
public class StoreProducer {
  private static final System.Logger LOG = System.getLogger(StoreProducer.class.getName());

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

  @Produces
  @ApplicationScoped
  public ClientStore clients(ConfigurationLoader.Result configuration) {
    return new FileClientStore(configuration.clients());
  }

  @Produces
  @ApplicationScoped
  public ResourceStore resources(ConfigurationLoader.Result configuration) {
    return new FileResourceStore(configuration.resources());
  }

  @Produces
  @ApplicationScoped
  public UserStore users(ServerConfig server, DemoConfig demo, Handles handles) {
    if (server.profile().isForTrying()) {
      return new DemoAccounts(server, demo, DemoAccounts.console()).open(handles);
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "Nobody can sign in: there is no user store. Supply a CDI bean of org.gatehouse.store."
            + "UserStore, annotated @Alternative and @Priority, in a JAR beside the application.");
    return new NoUsers();
  }

  /** Operational data. */
  @Produces
  @ApplicationScoped
  public GrantStore grants(StoreConfig store, GrantStores kinds) {
    return kinds.of(store);
  }

  @Produces
  @ApplicationScoped
  public SealedKeyStore keys(
      StoreConfig store, FileSealedKeyStore files, Instance<JdbcSealedKeyStore> database) {
    return store.keepsKeysInDatabase() ? database.get() : files;
  }

  /** Lies with the data that all nodes share, so that it tells a node whose keys are its own. */
  @Produces
  @Singleton
  public Canary canary(
      StoreConfig store,
      KeyRing ring,
      DataProtector protector,
      SealedKeyStore keys,
      Instance<JdbcSealedKeyStore> database) {
    return new Canary(ring, protector, store.dataNeedsDatabase() ? database.get() : keys);
  }

  private static <T> void each(Instance<T> beans, BiConsumer<String, T> add) {
    for (Instance.Handle<T> bean : beans.handles()) {
      T value = bean.get();
      String type = value.getClass().getSimpleName();
      add.accept("the " + type + " of " + bean.getBean().getBeanClass().getName(), value);
    }
  }
}
