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

/**
 * Clients, API scopes, API resources and identity resources, each kind at an address of its own.
 */
@ApplicationScoped
@Path("{kind: " + Administration.KINDS + "}")
@DenyAll
public class AggregatesResource {
  private final Administration all;

  @Inject
  public AggregatesResource(Administration all) {
    this.all = all;
  }

  @SuppressWarnings("NullAway")
  AggregatesResource() {
    this(null); // CDI client proxy
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response list(
      @PathParam("kind") String kind,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    return all.of(kind).list(after, limit);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@PathParam("kind") String kind, String body) {
    return all.of(kind).create(body);
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response read(@PathParam("kind") String kind, @PathParam("name") String name) {
    return all.of(kind).read(name);
  }

  @PUT
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(
      @PathParam("kind") String kind,
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String body) {
    return all.of(kind).replace(name, ifMatch, body);
  }

  @DELETE
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  public Response delete(
      @PathParam("kind") String kind,
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return all.of(kind).delete(name, ifMatch);
  }
}
