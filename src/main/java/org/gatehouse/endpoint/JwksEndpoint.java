package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.signing.PublishedKeys;
import org.gatehouse.crypto.signing.SigningKeys;

/** The public halves of the signing keys (RFC 7517 §5, OIDC Discovery §3). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.JWKS)
public class JwksEndpoint {
  private final SigningKeys keys;
  private final KeyConfig config;

  @Inject
  public JwksEndpoint(SigningKeys keys, KeyConfig config) {
    this.keys = keys;
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  JwksEndpoint() {
    this(null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context Request request) {
    PublishedKeys published = keys.published();
    return JsonAnswers.publicDocument(
        request, published.json(), published.tag(), config.signing().cacheTime());
  }
}
