package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.config.RequestReader;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.session.Browser;
import org.gatehouse.session.EndSessionRequest;
import org.gatehouse.session.Logout;
import org.gatehouse.session.LogoutTickets;
import org.gatehouse.session.SignOnSessions;

/** The sign-out page (OIDC RP-Initiated Logout §2, §3). */
@ApplicationScoped
@Path("/logout")
public class LogoutEndpoint {
  private final PageConversation conversation;
  private final RequestReader reader;
  private final LogoutTickets tickets;
  private final SignOnSessions sessions;
  private final Logout logout;
  private final LogoutPages pages;

  @Inject
  public LogoutEndpoint(
      PageConversation conversation,
      RequestReader reader,
      LogoutTickets tickets,
      SignOnSessions sessions,
      Logout logout,
      LogoutPages pages) {
    this.conversation = conversation;
    this.reader = reader;
    this.tickets = tickets;
    this.sessions = sessions;
    this.logout = logout;
    this.pages = pages;
  }

  @SuppressWarnings("NullAway")
  LogoutEndpoint() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    return conversation.shown(
        headers,
        () -> {
          EndSessionRequest request =
              reader
                  .query(http.getQueryString())
                  .get("ticket")
                  .map(tickets::openAnywhere)
                  .orElseGet(tickets::ofUser);
          Browser browser = conversation.browser(headers);
          Optional<UserSession> session = sessions.current(browser);
          return session.filter(each -> !request.isMeant(each)).isPresent()
              ? pages.ask(headers, request, session.get())
              : end(headers, request, browser);
        });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      @Context HttpServletRequest http, @Context HttpHeaders headers, InputStream body) {
    return conversation.posted(
        headers,
        () -> {
          Parameters form = reader.formOnly(http.getQueryString(), body);
          Browser browser = conversation.browser(headers);
          EndSessionRequest request =
              tickets.open(form.required("ticket", Refusal.INTERACTION_INVALID), browser);
          return form.get("action").filter("yes"::equals).isPresent()
              ? end(headers, request, browser)
              : pages.stay(headers, request);
        });
  }

  private Response end(HttpHeaders headers, EndSessionRequest request, Browser browser) {
    logout.end(browser);
    Response done = pages.done(headers, request);
    return browser.session().isPresent() ? conversation.withoutSession(done) : done;
  }
}
