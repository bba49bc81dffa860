package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.client.ClientAuthenticator;
import org.gatehouse.config.RequestReader;
import org.gatehouse.grant.GrantHandlers;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.TokenIssuer;
import org.gatehouse.token.TokenOrder;
import org.jspecify.annotations.Nullable;

/** Exchanges grants for tokens (RFC 6749 §3.2). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.TOKEN)
public class TokenEndpoint {
  private final RequestReader reader;
  private final ClientAuthenticator authenticator;
  private final GrantHandlers grants;
  private final TokenIssuer issuer;

  @Inject
  public TokenEndpoint(
      RequestReader reader,
      ClientAuthenticator authenticator,
      GrantHandlers grants,
      TokenIssuer issuer) {
    this.reader = reader;
    this.authenticator = authenticator;
    this.grants = grants;
    this.issuer = issuer;
  }

  @SuppressWarnings("NullAway")
  TokenEndpoint() {
    this(null, null, null, null); // CDI client proxy
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Context HttpServletRequest http,
      InputStream body) {
    Parameters form = reader.formOnly(http.getQueryString(), body);
    Client client = authenticator.authenticate(Optional.ofNullable(authorization), form);
    TokenOrder order = grants.validate(client, form);
    return JsonAnswers.confidential(issuer.issue(order).toJson().toString());
  }
}
