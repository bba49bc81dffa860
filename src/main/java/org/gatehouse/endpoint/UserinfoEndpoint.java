package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.config.RequestReader;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.token.BearerTokens;
import org.gatehouse.token.Userinfo;
import org.jspecify.annotations.Nullable;

/** Tells a client about its user (OIDC Core §5.3). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.USERINFO)
public class UserinfoEndpoint {
  private final RequestReader reader;
  private final Userinfo userinfo;

  @Inject
  public UserinfoEndpoint(RequestReader reader, Userinfo userinfo) {
    this.reader = reader;
    this.userinfo = userinfo;
  }

  @SuppressWarnings("NullAway")
  UserinfoEndpoint() {
    this(null, null); // CDI client proxy
  }

  @GET
  public Response get(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return answer(Optional.ofNullable(authorization), Parameters.none());
  }

  @POST
  public Response post(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Context HttpHeaders headers,
      @Context HttpServletRequest http,
      InputStream body) {
    boolean isForm =
        MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(headers.getMediaType());
    return answer(
        Optional.ofNullable(authorization),
        isForm ? reader.formOnly(http.getQueryString(), body) : Parameters.none());
  }

  private Response answer(Optional<String> authorization, Parameters form) {
    try {
      String token = BearerTokens.read(authorization, form);
      return JsonAnswers.confidential(
          Json.createObjectBuilder(userinfo.answer(token)).build().toString());
    } catch (OAuthException e) {
      if (e.error().status() >= 500) {
        throw e; // says nothing about the token
      }
      return BearerChallenge.of(e.refusal());
    }
  }
}
