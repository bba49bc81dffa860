package org.gatehouse.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.gatehouse.config.GatehouseConfig;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.ResourceStore;
import org.gatehouse.store.UserStore;

/** The start: everything that can fail is made now, so that no user is the first to see it fail. */
@ApplicationScoped
public class Startup {
  private final ConfigProducer settings;
  private final Instance<GatehouseConfig> config;
  private final ClientStore clients;
  private final ResourceStore resources;
  private final UserStore users;

  @Inject
  public Startup(
      ConfigProducer settings,
      Instance<GatehouseConfig> config,
      ClientStore clients,
      ResourceStore resources,
      UserStore users) {
    this.settings = settings;
    this.config = config;
    this.clients = clients;
    this.resources = resources;
    this.users = users;
  }

  @SuppressWarnings("NullAway")
  Startup() {
    this(null, null, null, null, null);
  } // CDI client proxy

  void onStart(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          jakarta.enterprise.event.Startup event) {
    StartFaults faults = new StartFaults();
    if (faults.attempt(config::get)) {
      faults.touch(clients);
      faults.touch(resources);
      faults.touch(users);
    }
    faults.refuseIfAny(settings.onFailure());
  }
}
