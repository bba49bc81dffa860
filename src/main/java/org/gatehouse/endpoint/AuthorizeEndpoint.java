package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.authorize.AuthorizeRequest;
import org.gatehouse.config.RequestReader;
import org.gatehouse.model.Refusal;

/** Lets a user authorize a client (RFC 6749 §3.1, OIDC Core §3.1.2). */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.AUTHORIZE)
public class AuthorizeEndpoint {
  private final RequestReader reader;
  private final AuthorizeConversation conversation;

  @Inject
  public AuthorizeEndpoint(RequestReader reader, AuthorizeConversation conversation) {
    this.reader = reader;
    this.conversation = conversation;
  }

  @SuppressWarnings("NullAway")
  AuthorizeEndpoint() {
    this(null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    return conversation.answer(
        headers,
        () ->
            conversation.begin(new AuthorizeRequest(reader.query(http.getQueryString())), headers));
  }

  /**
   * The same by POST. It goes on by GET at the callback: a browser withholds {@code SameSite}
   * cookies from a form that another site posts, but not from the redirect that follows.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @Context HttpServletRequest http, @Context HttpHeaders headers, InputStream body) {
    return conversation.answer(
        headers,
        () -> conversation.park(new AuthorizeRequest(reader.form(http.getQueryString(), body))));
  }

  /** Goes on after a page. */
  @GET
  @Path("callback")
  public Response callback(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    return conversation.answer(
        headers,
        () ->
            conversation.resume(
                reader.query(http.getQueryString()).required("ticket", Refusal.INTERACTION_INVALID),
                headers));
  }

  /** A code is never minted for a HEAD. */
  @HEAD
  public Response head() {
    return JsonAnswers.refused(Refusal.METHOD_NOT_ALLOWED, 405)
        .header(HttpHeaders.ALLOW, "GET, POST")
        .build();
  }

  @HEAD
  @Path("callback")
  public Response headOfCallback() {
    return JsonAnswers.refused(Refusal.METHOD_NOT_ALLOWED, 405)
        .header(HttpHeaders.ALLOW, "GET")
        .build();
  }
}
