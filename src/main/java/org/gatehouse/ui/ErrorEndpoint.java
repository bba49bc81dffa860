package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.config.RequestReader;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.ring.SealedJson;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.page.ErrorPage;
import org.gatehouse.page.PageAnswers;

/** The page that says what went wrong, after a form. */
@ApplicationScoped
@Path("/error")
public class ErrorEndpoint {
  private final RequestReader reader;
  private final PageAnswers answers;
  private final SealedJson json;
  private final ServerConfig server;

  @Inject
  public ErrorEndpoint(
      RequestReader reader, PageAnswers answers, SealedJson json, ServerConfig server) {
    this.reader = reader;
    this.answers = answers;
    this.json = json;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  ErrorEndpoint() {
    this(null, null, null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    try {
      return page(details(reader.query(http.getQueryString())), headers);
    } catch (OAuthException e) {
      return answers.refused(e, headers);
    }
  }

  private ErrorDetails details(Parameters query) {
    return query
        .get("details")
        .flatMap(envelope -> json.open(Purpose.ERROR, envelope, ErrorDetails.class))
        .orElseThrow(() -> new OAuthException(Refusal.INTERACTION_INVALID));
  }

  private Response page(ErrorDetails details, HttpHeaders headers) {
    return answers.page(
        400,
        ErrorPage.of(
            PageAnswers.texts(headers, Optional.empty()),
            details.refusal(),
            details.reference(),
            server.profile().isForTrying()));
  }
}
