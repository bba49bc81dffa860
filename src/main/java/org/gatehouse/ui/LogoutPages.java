package org.gatehouse.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.model.User;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.page.ClientCard;
import org.gatehouse.page.LoggedOutPage;
import org.gatehouse.page.LogoutPage;
import org.gatehouse.page.StillSignedInPage;
import org.gatehouse.page.Texts;
import org.gatehouse.session.BrowserIds;
import org.gatehouse.session.EndSessionRequest;
import org.gatehouse.session.LogoutTickets;
import org.gatehouse.store.UserStore;

/** Fills the pages around signing out. */
@ApplicationScoped
public class LogoutPages {
  private final PageConversation conversation;
  private final LogoutTickets tickets;
  private final BrowserIds browserIds;
  private final RegisteredClients clients;
  private final UserStore users;

  @Inject
  public LogoutPages(
      PageConversation conversation,
      LogoutTickets tickets,
      BrowserIds browserIds,
      RegisteredClients clients,
      UserStore users) {
    this.conversation = conversation;
    this.tickets = tickets;
    this.browserIds = browserIds;
    this.clients = clients;
    this.users = users;
  }

  @SuppressWarnings("NullAway")
  LogoutPages() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** Asks whether to sign out. */
  Response ask(HttpHeaders headers, EndSessionRequest request, UserSession session) {
    BrowserIds.Known browser = browserIds.of(conversation.browser(headers));
    String subject = session.signOn().subject();
    Response page =
        conversation.show(
            new LogoutPage(
                texts(headers),
                client(request),
                tickets.seal(request.in(browser.hash())),
                users.find(subject).map(User::username).orElse(subject)));
    return conversation.withBrowser(page, browser.created());
  }

  /** Back to the client where it named an address; else a page that says it is done. */
  Response done(HttpHeaders headers, EndSessionRequest request) {
    return request
        .returnUri()
        .map(conversation::redirect)
        .orElseGet(
            () ->
                conversation.show(
                    new LoggedOutPage(texts(headers), client(request), Optional.empty())));
  }

  /** Says that nothing has changed. */
  Response stay(HttpHeaders headers, EndSessionRequest request) {
    return conversation.show(new StillSignedInPage(texts(headers), client(request)));
  }

  private Texts texts(HttpHeaders headers) {
    return conversation.texts(headers, Optional.empty());
  }

  private Optional<ClientCard> client(EndSessionRequest request) {
    return request.clientId().flatMap(clients::find).map(ClientCard::of);
  }
}
