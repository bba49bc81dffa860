package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

  /** A page for a person, the mapper's JSON for a program. */
  @GET
  public Response get(@Context HttpHeaders headers) {
    boolean isPerson =
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT))
            .filter(accept -> accept.contains(MediaType.TEXT_HTML))
            .isPresent();
    if (!isPerson) {
      throw new NotFoundException();
    }
    return answers.page(
        404,
        ErrorPage.of(
            PageAnswers.texts(headers, Optional.empty()), Refusal.NOT_FOUND, "404", false));
  }

  @POST
  public Response post() {
    throw new NotFoundException();
  }

  @PUT
  public Response put() {
    throw new NotFoundException();
  }

  @DELETE
  public Response delete() {
    throw new NotFoundException();
  }

  @PATCH
  public Response patch() {
    throw new NotFoundException();
  }

  @OPTIONS
  public Response options() {
    throw new NotFoundException();
  }
}
