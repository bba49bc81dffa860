package org.gatehouse.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.gatehouse.admin.AdminExceptionMapper;
import org.gatehouse.admin.Administration;
import org.gatehouse.admin.AggregatesResource;
import org.gatehouse.admin.ClientSecretsResource;
import org.gatehouse.admin.DocumentResource;

/** The administration API, apart from the protocol: it alone is guarded by MicroProfile JWT. */
@ApplicationPath(Administration.PATH)
@LoginConfig(authMethod = "MP-JWT")
public class AdminApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AggregatesResource.class,
        ClientSecretsResource.class,
        DocumentResource.class,
        AdminExceptionMapper.class);
  }
}
