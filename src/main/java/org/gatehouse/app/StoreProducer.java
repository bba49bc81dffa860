package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.DemoConfig;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.crypto.ring.Canary;
import org.gatehouse.crypto.ring.DataProtector;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.UserStore;
import org.gatehouse.store.file.FileSealedKeyStore;
import org.gatehouse.store.jdbc.JdbcSealedKeyStore;
import org.gatehouse.store.memory.NoUsers;

/** Chooses the store of each port; a bean of a customer's, {@code @Alternative @Priority}, wins. */
@ApplicationScoped
public class StoreProducer {
  private static final System.Logger LOG = System.getLogger(StoreProducer.class.getName());

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
      StoreConfig store,
      FileSealedKeyStore files,
      Instance<JdbcSealedKeyStore> database,
      GridKeys grid) {
    if (store.keepsKeysInGrid()) {
      return grid.store();
    }
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
}
