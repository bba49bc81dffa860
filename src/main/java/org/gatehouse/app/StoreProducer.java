package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.gatehouse.config.DemoConfig;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.KeyRingStore;
import org.gatehouse.crypto.SigningKeyStore;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.UserStore;
import org.gatehouse.store.file.FileKeyRingStore;
import org.gatehouse.store.file.FileSigningKeyStore;
import org.gatehouse.store.memory.MemoryGrantStore;
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

  /** Operational data; memory is the only kind there is so far. */
  @Produces
  @ApplicationScoped
  public GrantStore grants(MemoryGrantStore memory) {
    return memory;
  }

  @Produces
  @ApplicationScoped
  public KeyRingStore keyRing(FileKeyRingStore files) {
    return files;
  }

  @Produces
  @ApplicationScoped
  public SigningKeyStore signingKeys(FileSigningKeyStore files) {
    return files;
  }
}
