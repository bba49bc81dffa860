package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedJson;
import org.gatehouse.model.OAuthError;
import org.gatehouse.model.OAuthException;
import org.gatehouse.page.Page;
import org.gatehouse.page.PageAnswers;
import org.gatehouse.page.RefusalLog;
import org.gatehouse.page.Texts;
import org.gatehouse.session.Browser;
import org.gatehouse.session.BrowserCookies;

/** What all pages do with HTTP: cookies in and out, errors to the error page, redirects. */
@ApplicationScoped
public class PageConversation {
  private final PageAnswers answers;
  private final BrowserCookies cookies;
  private final SealedJson json;
  private final RefusalLog log;

  @Inject
  public PageConversation(
      PageAnswers answers, BrowserCookies cookies, SealedJson json, RefusalLog log) {
    this.answers = answers;
    this.cookies = cookies;
    this.json = json;
    this.log = log;
  }

  @SuppressWarnings("NullAway")
  PageConversation() {
    this(null, null, null, null); // CDI client proxy
  }

  Browser browser(HttpHeaders headers) {
    return cookies.read(headers.getRequestHeader(HttpHeaders.COOKIE));
  }

  Response show(Page page) {
    return answers.page(200, page);
  }

  Texts texts(HttpHeaders headers, Optional<String> uiLocales) {
    return PageAnswers.texts(headers, uiLocales);
  }

  /** Runs the step that shows a page; what it refuses is shown at the same address. */
  Response shown(HttpHeaders headers, Supplier<Response> step) {
    try {
      return step.get();
    } catch (OAuthException e) {
      return answers.refused(e, headers);
    }
  }

  /**
   * Runs the step behind a form; what it refuses is shown elsewhere, so that a reload is safe.
   * Where we are unavailable, a reload is wanted.
   */
  Response posted(HttpHeaders headers, Supplier<Response> step) {
    try {
      return step.get();
    } catch (OAuthException e) {
      if (e.error() == OAuthError.TEMPORARILY_UNAVAILABLE) {
        return answers.refused(e, headers);
      }
      ErrorDetails details = new ErrorDetails(e.refusal(), log.record(e));
      return redirect("/error?details=" + json.seal(Purpose.ERROR, details));
    }
  }

  /** 303: the browser goes on by GET and takes no form along (RFC 9700 §4.12). */
  Response redirect(String address) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /** Goes on with the authorization request, in its new state. */
  Response toAuthorize(String ticket) {
    return redirect("/connect/authorize/callback?ticket=" + ticket);
  }

  Response withSession(Response answer, Handle session) {
    answer.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.session(session));
    return answer;
  }

  Response withoutSession(Response answer) {
    answer.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.noSession());
    return answer;
  }

  Response withBrowser(Response answer, Optional<Handle> created) {
    created.ifPresent(
        handle -> answer.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.browser(handle)));
    return answer;
  }
}
