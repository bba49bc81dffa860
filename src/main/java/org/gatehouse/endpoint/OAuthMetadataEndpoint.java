package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The same document for clients that know OAuth only (RFC 8414 §3). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.OAUTH_METADATA)
public class OAuthMetadataEndpoint {
  private final DiscoveryDocument document;

  @Inject
  public OAuthMetadataEndpoint(DiscoveryDocument document) {
    this.document = document;
  }

  @SuppressWarnings("NullAway")
  OAuthMetadataEndpoint() {
    this(null); // CDI client proxy
  }

  @GET
  public Response get() {
    return JsonAnswers.publicDocument(document.toJson().toString());
  }
}
