package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.gatehouse.authorize.AuthorizeResponse;
import org.gatehouse.authorize.ResponseMode;
import org.gatehouse.model.RedirectUris;
import org.gatehouse.page.FormPostPage;
import org.gatehouse.page.PageAnswers;
import org.gatehouse.page.Texts;

/** Sends authorization responses to redirect URIs (OAuth Multiple Response Types, Form Post). */
@ApplicationScoped
public class ResponseModes {
  private final PageAnswers pages;

  @Inject
  public ResponseModes(PageAnswers pages) {
    this.pages = pages;
  }

  @SuppressWarnings("NullAway")
  ResponseModes() {
    this(null); // CDI client proxy
  }

  public Response send(AuthorizeResponse response, Texts texts) {
    String uri = response.target().redirectUri();
    Map<String, String> parameters = response.parameters();
    if (response.target().mode() == ResponseMode.FORM_POST) {
      return pages.page(200, new FormPostPage(texts, uri, parameters));
    }
    return redirect(
        response.target().mode() == ResponseMode.FRAGMENT
            ? RedirectUris.withFragment(uri, parameters)
            : RedirectUris.withQuery(uri, parameters));
  }

  /** 303, so that a form with credentials is never posted again elsewhere (RFC 9700 §4.12). */
  static Response redirect(String uri) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, uri)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
