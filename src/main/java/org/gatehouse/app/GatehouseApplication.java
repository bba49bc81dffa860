package org.gatehouse.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST application: every resource class is named here, none is scanned for. */
@ApplicationPath("/")
public class GatehouseApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of();
  }
}
