package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.gatehouse.config.AdminConfig;
import org.gatehouse.config.CacheConfig;
import org.gatehouse.config.CleanupConfig;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.ConfigReader;
import org.gatehouse.config.DemoConfig;
import org.gatehouse.config.GatehouseConfig;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.LimitConfig;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.config.StartConfig;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.config.TokenConfig;
import org.gatehouse.store.file.ConfigurationLoader;

/** Makes the records of settings from MicroProfile Config, which is seen here only. */
@ApplicationScoped
public class ConfigProducer {
  private final Config config;

  @Inject
  public ConfigProducer(Config config) {
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  ConfigProducer() {
    this(null);
  } // CDI client proxy

  /** All settings; refused with all faults, also those of the files that they name. */
  @Produces
  @Singleton
  public GatehouseConfig all() {
    ConfigReader.Result read =
        ConfigReader.read(
            key -> config.getOptionalValue(key, String.class), config.getPropertyNames());
    if (!read.faults().isEmpty()) {
      List<ConfigFault> faults = new ArrayList<>(read.faults());
      ConfigurationLoader loader = new ConfigurationLoader();
      read.config().store().locations().forEach(loader::file);
      read.config().store().imported().locations().forEach(loader::file);
      faults.addAll(loader.result().faults());
      throw new ConfigException(faults);
    }
    return read.config();
  }

  @Produces
  @Singleton
  public ServerConfig server(GatehouseConfig all) {
    return all.server();
  }

  @Produces
  @Singleton
  public StoreConfig store(GatehouseConfig all) {
    return all.store();
  }

  @Produces
  @Singleton
  public CleanupConfig cleanup(GatehouseConfig all) {
    return all.cleanup();
  }

  @Produces
  @Singleton
  public AdminConfig admin(GatehouseConfig all) {
    return all.admin();
  }

  @Produces
  @Singleton
  public ClusterConfig cluster(GatehouseConfig all) {
    return all.cluster();
  }

  @Produces
  @Singleton
  public StartConfig start(GatehouseConfig all) {
    return all.start();
  }

  @Produces
  @Singleton
  public CacheConfig cache(GatehouseConfig all) {
    return all.cache();
  }

  @Produces
  @Singleton
  public KeyConfig keys(GatehouseConfig all) {
    return all.keys();
  }

  @Produces
  @Singleton
  public TokenConfig tokens(GatehouseConfig all) {
    return all.tokens();
  }

  @Produces
  @Singleton
  public SessionConfig session(GatehouseConfig all) {
    return all.session();
  }

  @Produces
  @Singleton
  public LimitConfig limits(GatehouseConfig all) {
    return all.limits();
  }

  @Produces
  @Singleton
  public DemoConfig demo(GatehouseConfig all) {
    return all.demo();
  }

  /** What a start that fails ends; the process where even that is wrong. */
  StartConfig.OnFailure onFailure() {
    return config
        .getOptionalValue("gatehouse.start.on-failure", String.class)
        .filter("refuse"::equalsIgnoreCase)
        .map(refuse -> StartConfig.OnFailure.REFUSE)
        .orElse(StartConfig.OnFailure.EXIT);
  }
}
