package org.gatehouse.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.session.Browser;
import org.gatehouse.session.BrowserIds;
import org.gatehouse.session.SignOnSessions;

/** The authorization request from arrival to answer: validate, decide, respond. */
@ApplicationScoped
public class AuthorizeFlow {
  private final AuthorizeRequestValidator validator;
  private final Interactions interactions;
  private final InteractionPolicy policy;
  private final AuthorizeResponder responder;
  private final SignOnSessions sessions;
  private final BrowserIds browserIds;

  @Inject
  public AuthorizeFlow(
      AuthorizeRequestValidator validator,
      Interactions interactions,
      InteractionPolicy policy,
      AuthorizeResponder responder,
      SignOnSessions sessions,
      BrowserIds browserIds) {
    this.validator = validator;
    this.interactions = interactions;
    this.policy = policy;
    this.responder = responder;
    this.sessions = sessions;
    this.browserIds = browserIds;
  }

  @SuppressWarnings("NullAway")
  AuthorizeFlow() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  /** What the browser gets next. */
  public sealed interface Next {
    <R> R fold(Function<AuthorizeResponse, R> response, Function<ToPage, R> page);

    /** The client gets its answer. */
    record ToClient(AuthorizeResponse answer) implements Next {
      @Override
      public <R> R fold(Function<AuthorizeResponse, R> response, Function<ToPage, R> page) {
        return response.apply(answer);
      }
    }

    /**
     * The user gets a page.
     *
     * @param path of the page
     * @param ticket what it shall bring back
     * @param newBrowser the handle that the browser gets, where it had none
     */
    record ToPage(String path, String ticket, Optional<Handle> newBrowser) implements Next {
      @Override
      public <R> R fold(Function<AuthorizeResponse, R> response, Function<ToPage, R> page) {
        return page.apply(this);
      }
    }
  }

  /** A request that has just arrived. */
  public Next begin(AuthorizeRequest request, Browser browser) {
    return next(validator.validate(request), interactions.begin(request), browser);
  }

  /** Keeps a valid request in a ticket, with which it can come back. */
  public String park(AuthorizeRequest request) {
    validator.validate(request);
    return interactions.seal(interactions.begin(request));
  }

  /** A request that comes back. */
  public Next resume(String sealedTicket, Browser browser) {
    InteractionTicket ticket = interactions.resume(sealedTicket, browser);
    return next(validator.validate(ticket.request()), ticket, browser);
  }

  /** What the client is told of a refusal. */
  public Next error(AuthorizeException refused) {
    return new Next.ToClient(responder.error(refused));
  }

  private Next next(ValidatedAuthorizeRequest request, InteractionTicket ticket, Browser browser) {
    Optional<UserSession> session = sessions.current(browser);
    return policy
        .decide(request, session, ticket)
        .fold(
            proceed -> new Next.ToClient(responder.code(request, proceed)),
            () -> page("/login", ticket, browser),
            () -> page("/consent", ticket.asking(subject(session)), browser),
            refusal -> {
              throw request.refused(refusal);
            });
  }

  private static String subject(Optional<UserSession> session) {
    return session.orElseThrow().signOn().subject();
  }

  private Next page(String path, InteractionTicket ticket, Browser browser) {
    BrowserIds.Known known = browserIds.of(browser);
    return new Next.ToPage(path, interactions.seal(ticket.in(known.hash())), known.created());
  }
}
