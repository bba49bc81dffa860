package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.gatehouse.crypto.SigningKeys;

/** The public halves of the signing keys (RFC 7517 §5, OIDC Discovery §3). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.JWKS)
public class JwksEndpoint {
  private final SigningKeys keys;

  @Inject
  public JwksEndpoint(SigningKeys keys) {
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  JwksEndpoint() {
    this(null); // CDI client proxy
  }

  @GET
  public Response get() {
    return JsonAnswers.publicDocument(keys.jwks());
  }
}
