package org.gatehouse.admin;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The secrets of one client. */
@ApplicationScoped
@Path(Administration.CLIENTS + "/{name}/secrets")
@DenyAll
public class ClientSecretsResource {
  private final ClientSecrets secrets;

  @Inject
  public ClientSecretsResource(ClientSecrets secrets) {
    this.secrets = secrets;
  }

  @SuppressWarnings("NullAway")
  ClientSecretsResource() {
    this(null); // CDI client proxy
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response list(@PathParam("name") String name) {
    return secrets.list(name);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String body) {
    return secrets.add(name, ifMatch, body);
  }

  @DELETE
  @Path("{position}")
  @RolesAllowed(Roles.ADMIN)
  public Response retire(
      @PathParam("name") String name,
      @PathParam("position") int position,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("overlap") @DefaultValue("PT0S") String overlap) {
    return secrets.retire(name, position, ifMatch, overlap);
  }
}
