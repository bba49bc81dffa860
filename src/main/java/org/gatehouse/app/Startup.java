package org.gatehouse.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.client.ClientAuthenticationMethods;
import org.gatehouse.config.GatehouseConfig;
import org.gatehouse.grant.GrantHandlers;

/** The start: everything that can fail is made now, so that no user is the first to see it fail. */
@ApplicationScoped
public class Startup {
  private final AtomicBoolean done = new AtomicBoolean();
  private final ConfigProducer settings;
  private final Instance<GatehouseConfig> config;
  private final KeyMaterial keys;
  private final Stores stores;
  private final Instance<GrantHandlers> grants;
  private final Instance<ClientAuthenticationMethods> authentication;

  @Inject
  public Startup(
      ConfigProducer settings,
      Instance<GatehouseConfig> config,
      KeyMaterial keys,
      Stores stores,
      Instance<GrantHandlers> grants,
      Instance<ClientAuthenticationMethods> authentication) {
    this.settings = settings;
    this.config = config;
    this.keys = keys;
    this.stores = stores;
    this.grants = grants;
    this.authentication = authentication;
  }

  @SuppressWarnings("NullAway")
  Startup() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  void onStart(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          jakarta.enterprise.event.Startup event) {
    StartFaults faults = new StartFaults();
    if (faults.attempt(config::get) && stores.prepare(faults)) {
      keys.load(faults);
      stores.touch(faults);
      faults.attempt(grants::get);
      faults.attempt(authentication::get);
    }
    faults.refuseIfAny(settings.onFailure());
    stores.warmUp();
    done.set(true);
  }

  /** Whether the start is over, with everything in order. */
  boolean isDone() {
    return done.get();
  }
}
