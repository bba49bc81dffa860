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

/** API resources. */
@ApplicationScoped
@Path("api-resources")
@DenyAll
public class ApiResourcesResource {
  private final Administration all;

  @Inject
  public ApiResourcesResource(Administration all) {
    this.all = all;
  }

  @SuppressWarnings("NullAway")
  ApiResourcesResource() {
    this(null); // CDI client proxy
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return all.apiResources().list(after, limit);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(String body) {
    return all.apiResources().create(body);
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response read(@PathParam("name") String name) {
    return all.apiResources().read(name);
  }

  @PUT
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String body) {
    return all.apiResources().replace(name, ifMatch, body);
  }

  @DELETE
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  public Response delete(
      @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return all.apiResources().delete(name, ifMatch);
  }
}
