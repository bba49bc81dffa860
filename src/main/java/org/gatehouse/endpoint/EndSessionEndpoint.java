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
import java.util.function.Supplier;
import org.gatehouse.config.RequestReader;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.page.PageAnswers;
import org.gatehouse.session.EndSessionRequest;
import org.gatehouse.session.EndSessionValidator;
import org.gatehouse.session.LogoutTickets;

/**
 * Lets a client sign its user out (OIDC RP-Initiated Logout §2). It judges the request only; the
 * page that follows is reached by GET, so that the browser sends our cookies there, and ends the
 * session.
 */
@ApplicationScoped
@Path(ProtocolEndpoint.Paths.END_SESSION)
public class EndSessionEndpoint {
  private final RequestReader reader;
  private final EndSessionValidator validator;
  private final LogoutTickets tickets;
  private final PageAnswers pages;

  @Inject
  public EndSessionEndpoint(
      RequestReader reader,
      EndSessionValidator validator,
      LogoutTickets tickets,
      PageAnswers pages) {
    this.reader = reader;
    this.validator = validator;
    this.tickets = tickets;
    this.pages = pages;
  }

  @SuppressWarnings("NullAway")
  EndSessionEndpoint() {
    this(null, null, null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    return answer(headers, () -> reader.query(http.getQueryString()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @Context HttpServletRequest http, @Context HttpHeaders headers, InputStream body) {
    return answer(headers, () -> reader.form(http.getQueryString(), body));
  }

  @HEAD
  public Response head() {
    return JsonAnswers.refused(Refusal.METHOD_NOT_ALLOWED, 405)
        .header(HttpHeaders.ALLOW, "GET, POST")
        .build();
  }

  private Response answer(HttpHeaders headers, Supplier<Parameters> parameters) {
    try {
      EndSessionRequest request = validator.validate(parameters.get());
      return ResponseModes.redirect("/logout?ticket=" + tickets.seal(request));
    } catch (OAuthException e) {
      return pages.refused(e, headers);
    }
  }
}
