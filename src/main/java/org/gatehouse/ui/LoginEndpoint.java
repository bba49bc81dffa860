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
import org.gatehouse.authorize.AuthorizeRequest;
import org.gatehouse.authorize.AuthorizeRequestValidator;
import org.gatehouse.authorize.InteractionTicket;
import org.gatehouse.authorize.Interactions;
import org.gatehouse.config.RequestReader;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.page.ClientCard;
import org.gatehouse.page.LoginPage;
import org.gatehouse.session.Browser;
import org.gatehouse.session.SignOnSessions;

/** The sign-in page (OIDC Core §3.1.2.3). */
@ApplicationScoped
@Path("/login")
public class LoginEndpoint {
  private final PageConversation conversation;
  private final RequestReader reader;
  private final Interactions interactions;
  private final AuthorizeRequestValidator validator;
  private final SignOnSessions sessions;

  @Inject
  public LoginEndpoint(
      PageConversation conversation,
      RequestReader reader,
      Interactions interactions,
      AuthorizeRequestValidator validator,
      SignOnSessions sessions) {
    this.conversation = conversation;
    this.reader = reader;
    this.interactions = interactions;
    this.validator = validator;
    this.sessions = sessions;
  }

  @SuppressWarnings("NullAway")
  LoginEndpoint() {
    this(null, null, null, null, null); // CDI client proxy
  }

  @GET
  public Response get(@Context HttpServletRequest http, @Context HttpHeaders headers) {
    return conversation.shown(
        headers,
        () -> {
          Parameters query = reader.query(http.getQueryString());
          String ticket = query.required("ticket", Refusal.INTERACTION_INVALID);
          InteractionTicket opened = interactions.open(ticket, conversation.browser(headers));
          String hint = opened.request().get("login_hint").orElse("");
          return page(headers, ticket, opened.request(), hint, false);
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
          String ticket = form.required("ticket", Refusal.INTERACTION_INVALID);
          InteractionTicket opened = interactions.open(ticket, conversation.browser(headers));
          return form.get("action").filter("cancel"::equals).isPresent()
              ? conversation.toAuthorize(interactions.seal(opened.with(Refusal.LOGIN_CANCELLED)))
              : signIn(headers, form, ticket, opened);
        });
  }

  private Response signIn(
      HttpHeaders headers, Parameters form, String ticket, InteractionTicket opened) {
    Browser browser = conversation.browser(headers);
    String username = form.get("username").orElse("");
    Optional<Handle> session =
        form.get("password").flatMap(password -> sessions.signIn(username, password, browser));
    return session
        .map(handle -> signedIn(new Browser(browser.id(), Optional.of(handle)), handle, opened))
        .orElseGet(() -> page(headers, ticket, opened.request(), username, true));
  }

  private Response signedIn(Browser browser, Handle handle, InteractionTicket opened) {
    InteractionTicket next =
        sessions
            .current(browser)
            .map(UserSession::signOn)
            .map(opened::with)
            .orElseThrow(() -> new OAuthException(Refusal.INTERACTION_INVALID));
    return conversation.withSession(conversation.toAuthorize(interactions.seal(next)), handle);
  }

  private Response page(
      HttpHeaders headers,
      String ticket,
      AuthorizeRequest request,
      String username,
      boolean failed) {
    Client client = validator.validate(request).client();
    boolean again = sessions.current(conversation.browser(headers)).isPresent();
    return conversation.show(
        new LoginPage(
            conversation.texts(headers, request.get("ui_locales")),
            ClientCard.of(client),
            ticket,
            username,
            failed,
            again));
  }
}
