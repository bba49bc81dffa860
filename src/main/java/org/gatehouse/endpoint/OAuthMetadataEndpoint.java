package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.gatehouse.config.KeyConfig;

/** The same document for clients that know OAuth only (RFC 8414 §3). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.OAUTH_METADATA)
public class OAuthMetadataEndpoint {
  private final DiscoveryDocument document;
  private final KeyConfig config;

  @Inject
  public OAuthMetadataEndpoint(DiscoveryDocument document, KeyConfig config) {
    this.document = document;
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  OAuthMetadataEndpoint() {
    this(null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context Request request) {
    return JsonAnswers.publicDocument(
        request, document.toJson().toString(), config.signing().cacheTime());
  }
}
