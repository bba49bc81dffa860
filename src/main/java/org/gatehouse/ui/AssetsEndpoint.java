package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.gatehouse.page.Asset;
import org.jspecify.annotations.Nullable;

/** Serves the files that pages load, from a fixed list. */
@Path("/assets")
@ApplicationScoped
public class AssetsEndpoint {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  @GET
  @Path("{name}")
  public Response get(
      @PathParam("name") String name,
      @QueryParam("v") @Nullable String version,
      @Context Request request) {
    Asset asset = Asset.named(name).orElseThrow(NotFoundException::new);
    EntityTag tag = new EntityTag(asset.version());
    Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        notModified != null ? notModified : Response.ok(asset.content(), asset.mediaType());
    return response
        .tag(tag)
        .header("Cache-Control", caching(asset, version))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }

  /** While two versions of the server run side by side, one is asked for the files of the other. */
  private static String caching(Asset asset, @Nullable String version) {
    return asset.version().equals(version) ? FOR_GOOD : "no-cache";
  }
}
