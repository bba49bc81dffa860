package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.authorize.AuthorizeException;
import org.gatehouse.authorize.AuthorizeFlow;
import org.gatehouse.authorize.AuthorizeRequest;
import org.gatehouse.authorize.AuthorizeResponse;
import org.gatehouse.model.OAuthException;
import org.gatehouse.page.PageAnswers;
import org.gatehouse.page.RefusalLog;
import org.gatehouse.session.Browser;
import org.gatehouse.session.BrowserCookies;

/** Carries an authorization request through HTTP: redirects to pages, and to the client. */
@ApplicationScoped
public class AuthorizeConversation {
  private final AuthorizeFlow flow;
  private final ResponseModes modes;
  private final PageAnswers pages;
  private final BrowserCookies cookies;

  @Inject
  public AuthorizeConversation(
      AuthorizeFlow flow, ResponseModes modes, PageAnswers pages, BrowserCookies cookies) {
    this.flow = flow;
    this.modes = modes;
    this.pages = pages;
    this.cookies = cookies;
  }

  @SuppressWarnings("NullAway")
  AuthorizeConversation() {
    this(null, null, null, null); // CDI client proxy
  }

  /** A request that has just arrived. */
  Response begin(AuthorizeRequest request, HttpHeaders headers) {
    return send(flow.begin(request, browser(headers)), headers);
  }

  /** A request that comes back from a page. */
  Response resume(String ticket, HttpHeaders headers) {
    return send(flow.resume(ticket, browser(headers)), headers);
  }

  /** A request that shall come back by GET. */
  Response park(AuthorizeRequest request) {
    return ResponseModes.redirect(
        ProtocolEndpoint.Paths.AUTHORIZE_CALLBACK + "?ticket=" + flow.park(request));
  }

  /** Where something is refused: to the client where it can be told, else on a page. */
  Response answer(HttpHeaders headers, Supplier<Response> step) {
    try {
      return step.get();
    } catch (AuthorizeException e) {
      RefusalLog.write(e);
      return send(flow.error(e), headers);
    } catch (OAuthException e) {
      return pages.refused(e, headers);
    }
  }

  private Response send(AuthorizeFlow.Next next, HttpHeaders headers) {
    return next.fold(
        response -> send(response, headers),
        page -> {
          Response redirect = ResponseModes.redirect(page.path() + "?ticket=" + page.ticket());
          page.newBrowser()
              .ifPresent(
                  handle ->
                      redirect.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.browser(handle)));
          return redirect;
        });
  }

  private Response send(AuthorizeResponse response, HttpHeaders headers) {
    return modes.send(response, PageAnswers.texts(headers, Optional.empty()));
  }

  private Browser browser(HttpHeaders headers) {
    return cookies.read(headers.getRequestHeader(HttpHeaders.COOKIE));
  }
}
