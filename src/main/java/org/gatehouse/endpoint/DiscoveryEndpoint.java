package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tells clients about this server (OIDC Discovery §4). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.DISCOVERY)
public class DiscoveryEndpoint {
  private final DiscoveryDocument document;

  @Inject
  public DiscoveryEndpoint(DiscoveryDocument document) {
    this.document = document;
  }

  @SuppressWarnings("NullAway")
  DiscoveryEndpoint() {
    this(null); // CDI client proxy
  }

  @GET
  public Response get() {
    return JsonAnswers.publicDocument(document.toJson().toString());
  }
}
