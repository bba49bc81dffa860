package org.gatehouse.app;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Told by the server that it is about to stop, before it closes its ports: an enterprise bean, for
 * that is the one kind of bean which Liberty tells so early (ejb-jar.xml,
 * io.openliberty.ejb.destroyOnQuiesce).
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class LastCall {
  private final Drain drain;

  @Inject
  public LastCall(Drain drain) {
    this.drain = drain;
  }

  @SuppressWarnings("NullAway")
  public LastCall() {
    this(null); // EJB proxy
  }

  @PreDestroy
  void drain() {
    drain.untilNoticed();
  }
}
