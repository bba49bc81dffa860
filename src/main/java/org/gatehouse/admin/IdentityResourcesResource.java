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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Identity resources. */
@ApplicationScoped
@Path("identity-resources")
@DenyAll
public class IdentityResourcesResource {
  private final Administration all;

  @Inject
  public IdentityResourcesResource(Administration all) {
    this.all = all;
  }

  @SuppressWarnings("NullAway")
  IdentityResourcesResource() {
    this(null); // CDI client proxy
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return all.identityResources().list(after, limit);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(String body) {
    return all.identityResources().create(body);
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response read(@PathParam("name") String name) {
    return all.identityResources().read(name);
  }

  @PUT
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String body) {
    return all.identityResources().replace(name, ifMatch, body);
  }

  @DELETE
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  public Response delete(
      @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return all.identityResources().delete(name, ifMatch);
  }
}
