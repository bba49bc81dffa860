package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedJson;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.page.ErrorPage;
import org.gatehouse.page.PageAnswers;
import org.jspecify.annotations.Nullable;

/** The page that says what went wrong, after a form. */
@ApplicationScoped
@Path("/error")
public class ErrorEndpoint {
  private final PageAnswers answers;
  private final SealedJson json;
  private final ServerConfig server;

  @Inject
  public ErrorEndpoint(PageAnswers answers, SealedJson json, ServerConfig server) {
    this.answers = answers;
    this.json = json;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  ErrorEndpoint() {
    this(null, null, null); // CDI client proxy
  }

  @GET
  public Response get(
      @QueryParam("details") @Nullable String details, @Context HttpHeaders headers) {
    return Optional.ofNullable(details)
        .flatMap(envelope -> json.open(Purpose.ERROR, envelope, ErrorDetails.class))
        .map(opened -> page(opened, headers))
        .orElseGet(() -> answers.refused(new OAuthException(Refusal.INTERACTION_INVALID), headers));
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
