package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.model.Refusal;
import org.gatehouse.page.ErrorPage;
import org.gatehouse.page.PageAnswers;

/** Answers a person at an address where there is nothing; programs get JSON from the mapper. */
@ApplicationScoped
@Path("{any: .*}")
public class UnknownAddressEndpoint {
  private final PageAnswers answers;

  @Inject
  public UnknownAddressEndpoint(PageAnswers answers) {
    this.answers = answers;
  }

  @SuppressWarnings("NullAway")
  UnknownAddressEndpoint() {
    this(null); // CDI client proxy
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response get(@Context HttpHeaders headers) {
    return answers.page(
        404,
        ErrorPage.of(
            PageAnswers.texts(headers, Optional.empty()), Refusal.NOT_FOUND, "404", false));
  }
}
