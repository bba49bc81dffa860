package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.ResourceStore;
import org.gatehouse.store.UserStore;

/** All stores of the server, made at the start. */
@ApplicationScoped
public class Stores {
  private final Preparation preparation;
  private final ClientStore clients;
  private final ResourceStore resources;
  private final UserStore users;
  private final WarmUp warmUp;
  private final Cleanup cleanup;

  @Inject
  public Stores(
      Preparation preparation,
      ClientStore clients,
      ResourceStore resources,
      UserStore users,
      WarmUp warmUp,
      Cleanup cleanup) {
    this.preparation = preparation;
    this.clients = clients;
    this.resources = resources;
    this.users = users;
    this.warmUp = warmUp;
    this.cleanup = cleanup;
  }

  @SuppressWarnings("NullAway")
  Stores() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  /** Brings the database up to date; what stores need of it must be there first. */
  boolean prepare(StartFaults faults) {
    return preparation.carryOut(faults);
  }

  /** Has every store made, which happens at the first call of its bean. */
  void touch(StartFaults faults) {
    faults.touch(clients);
    faults.touch(resources);
    faults.touch(users);
    warmUp.touch(faults);
    faults.attempt(cleanup::start);
  }

  /** The last thing before the node is ready. */
  void warmUp() {
    warmUp.carryOut();
  }
}
