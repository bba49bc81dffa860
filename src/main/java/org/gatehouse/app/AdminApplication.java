package org.gatehouse.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.gatehouse.admin.AdminExceptionMapper;
import org.gatehouse.admin.Administration;
import org.gatehouse.admin.ApiResourcesResource;
import org.gatehouse.admin.ApiScopesResource;
import org.gatehouse.admin.ClientsResource;
import org.gatehouse.admin.DocumentResource;
import org.gatehouse.admin.IdentityResourcesResource;

/** The administration API, apart from the protocol: it alone is guarded by MicroProfile JWT. */
@ApplicationPath(Administration.PATH)
@LoginConfig(authMethod = "MP-JWT")
public class AdminApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ClientsResource.class,
        ApiScopesResource.class,
        ApiResourcesResource.class,
        IdentityResourcesResource.class,
        DocumentResource.class,
        AdminExceptionMapper.class);
  }
}
