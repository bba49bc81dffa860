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

/** Clients, and their secrets. */
@ApplicationScoped
@Path("clients")
@DenyAll
public class ClientsResource {
  private final Administration all;
  private final ClientSecrets secrets;

  @Inject
  public ClientsResource(Administration all, ClientSecrets secrets) {
    this.all = all;
    this.secrets = secrets;
  }

  @SuppressWarnings("NullAway")
  ClientsResource() {
    this(null, null); // CDI client proxy
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return all.clients().list(after, limit);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(String body) {
    return all.clients().create(body);
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response read(@PathParam("name") String name) {
    return all.clients().read(name);
  }

  @PUT
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String body) {
    return all.clients().replace(name, ifMatch, body);
  }

  @DELETE
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  public Response delete(
      @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return all.clients().delete(name, ifMatch);
  }

  @GET
  @Path("{name}/secrets")
  @RolesAllowed({Roles.VIEWER, Roles.ADMIN})
  public Response secrets(@PathParam("name") String name) {
    return secrets.list(name);
  }

  @POST
  @Path("{name}/secrets")
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addSecret(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String body) {
    return secrets.add(name, ifMatch, body);
  }

  @DELETE
  @Path("{name}/secrets/{position}")
  @RolesAllowed(Roles.ADMIN)
  public Response retireSecret(
      @PathParam("name") String name,
      @PathParam("position") int position,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("overlap") @DefaultValue("PT0S") String overlap) {
    return secrets.retire(name, position, ifMatch, overlap);
  }
}
