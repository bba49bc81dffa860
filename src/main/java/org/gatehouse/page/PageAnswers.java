package org.gatehouse.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.model.OAuthError;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;

/** Answers that a person reads, at protocol endpoints and pages alike. */
@ApplicationScoped
public class PageAnswers {
  private final Pages pages;
  private final RefusalLog log;
  private final ServerConfig server;

  @Inject
  public PageAnswers(Pages pages, RefusalLog log, ServerConfig server) {
    this.pages = pages;
    this.log = log;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  PageAnswers() {
    this(null, null, null); // CDI client proxy
  }

  public Response page(int status, Page page) {
    RenderedPage rendered = pages.render(page);
    Response.ResponseBuilder answer = Response.status(status).entity(bytes(rendered.html()));
    rendered.headers().forEach(answer::header);
    return answer.build();
  }

  /** Bytes, since RESTEasy escapes a string of HTML once more in an answer of status 400. */
  private static byte[] bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  /** The error page, at the address of the request and never by a redirect. */
  public Response refused(OAuthException refused, HttpHeaders headers) {
    String reference = log.record(refused);
    Response answer =
        page(
            status(refused),
            ErrorPage.of(
                texts(headers, Optional.empty()),
                refused.refusal(),
                reference,
                server.profile().isForTrying()));
    refused
        .error()
        .retryAfter()
        .ifPresent(seconds -> answer.getHeaders().add(HttpHeaders.RETRY_AFTER, seconds));
    return answer;
  }

  /** What a client did wrong is 400 on a page, whatever a direct answer to it would be. */
  static int status(OAuthException refused) {
    int own = refused.refusal() == Refusal.REQUEST_TOO_LARGE ? 413 : 400;
    return refused.error() == OAuthError.TEMPORARILY_UNAVAILABLE ? refused.error().status() : own;
  }

  public static Texts texts(HttpHeaders headers, Optional<String> uiLocales) {
    return Texts.of(
        uiLocales, Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
  }
}
