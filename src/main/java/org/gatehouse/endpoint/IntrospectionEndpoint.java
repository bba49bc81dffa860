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
import org.gatehouse.client.Caller;
import org.gatehouse.client.CallerAuthenticator;
import org.gatehouse.config.RequestReader;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.token.TokenIntrospector;
import org.jspecify.annotations.Nullable;

/** Tells APIs and clients what a token is worth now (RFC 7662 §2). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.INTROSPECTION)
public class IntrospectionEndpoint {
  private final RequestReader reader;
  private final CallerAuthenticator authenticator;
  private final TokenIntrospector introspector;

  @Inject
  public IntrospectionEndpoint(
      RequestReader reader, CallerAuthenticator authenticator, TokenIntrospector introspector) {
    this.reader = reader;
    this.authenticator = authenticator;
    this.introspector = introspector;
  }

  @SuppressWarnings("NullAway")
  IntrospectionEndpoint() {
    this(null, null, null); // CDI client proxy
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Context HttpServletRequest http,
      InputStream body) {
    Parameters form = reader.formOnly(http.getQueryString(), body);
    Caller caller = authenticator.authenticate(Optional.ofNullable(authorization), form);
    String token = form.required("token", Refusal.MISSING_PARAMETER);
    return JsonAnswers.confidential(introspector.answer(caller, token).toJson().toString());
  }
}
