package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.page.ErrorPage;
import org.gatehouse.page.Pages;
import org.gatehouse.page.RefusalLog;
import org.gatehouse.page.RenderedPage;
import org.gatehouse.page.Texts;

/** Answers to requests that reach no endpoint: a page for a person, JSON for a program. */
@ApplicationScoped
public class EarlyAnswers {
  private final Pages pages;
  private final RefusalLog log;

  @Inject
  public EarlyAnswers(Pages pages, RefusalLog log) {
    this.pages = pages;
    this.log = log;
  }

  @SuppressWarnings("NullAway")
  EarlyAnswers() {
    this(null, null); // CDI client proxy
  }

  void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal, int status)
      throws IOException {
    String reference = log.record(new OAuthException(refusal));
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    if (isPerson(request)) {
      Texts texts =
          Texts.of(Optional.empty(), Optional.ofNullable(request.getHeader("Accept-Language")));
      RenderedPage page = pages.render(ErrorPage.of(texts, refusal, reference, false));
      page.headers().forEach(response::setHeader);
      send(response, page.html());
    } else {
      response.setHeader("Pragma", "no-cache");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Type", "application/json");
      send(response, JsonAnswers.body(refusal));
    }
  }

  private static boolean isPerson(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Accept"))
        .filter(accept -> accept.contains("text/html"))
        .isPresent();
  }

  private static void send(HttpServletResponse response, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
