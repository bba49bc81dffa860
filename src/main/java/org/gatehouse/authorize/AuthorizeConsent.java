package org.gatehouse.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.User;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.grant.Consent;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.session.Browser;
import org.gatehouse.session.SignOnSessions;
import org.gatehouse.store.Consents;
import org.gatehouse.store.UserStore;

/** Asks the user for consent, and takes the answer (OIDC Core §3.1.2.4). */
@ApplicationScoped
public class AuthorizeConsent {
  private final AuthorizeRequestValidator validator;
  private final SignOnSessions sessions;
  private final Consents consents;
  private final UserStore users;
  private final Clock clock;

  @Inject
  public AuthorizeConsent(
      AuthorizeRequestValidator validator,
      SignOnSessions sessions,
      Consents consents,
      UserStore users,
      Clock clock) {
    this.validator = validator;
    this.sessions = sessions;
    this.consents = consents;
    this.users = users;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  AuthorizeConsent() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** What the user is asked, and what the page calls them. */
  public record Question(ValidatedAuthorizeRequest request, String userName) {}

  public Question ask(InteractionTicket ticket, Browser browser) {
    String subject = asked(ticket, browser).subject();
    return new Question(
        validator.validate(ticket.request()),
        users.find(subject).map(User::username).orElse(subject));
  }

  /**
   * The ticket with the user's decision.
   *
   * @param ticked the scopes that the user left ticked; never more counts than was asked for
   * @param remember whether the user wants the decision kept
   */
  public InteractionTicket allow(
      InteractionTicket ticket, Browser browser, Set<String> ticked, boolean remember) {
    SignOn signOn = asked(ticket, browser);
    ValidatedAuthorizeRequest request = validator.validate(ticket.request());
    Set<String> allowed = new HashSet<>(request.scopes());
    allowed.retainAll(ticked);
    allowed.addAll(required(request));
    if (allowed.isEmpty()) {
      return ticket.with(Refusal.CONSENT_DENIED);
    }
    if (remember && request.client().allowRememberConsent()) {
      remember(signOn, request.client(), allowed);
    } else {
      consents.forget(
          signOn.subject(), request.client().clientId()); // this answer is the last word
    }
    return ticket.with(new ConsentDecision(signOn.subject(), allowed));
  }

  /** Whoever is signed in, where the question is theirs: another tab may have changed the user. */
  private SignOn asked(InteractionTicket ticket, Browser browser) {
    return sessions
        .current(browser)
        .map(UserSession::signOn)
        .filter(signOn -> ticket.asked().filter(signOn.subject()::equals).isPresent())
        .orElseThrow(() -> new OAuthException(Refusal.INTERACTION_INVALID));
  }

  private static Set<String> required(ValidatedAuthorizeRequest request) {
    Set<String> required = new HashSet<>();
    request.resources().identityResources().stream()
        .filter(IdentityResource::required)
        .forEach(resource -> required.add(resource.name()));
    request.resources().apiScopes().stream()
        .filter(ApiScope::required)
        .forEach(scope -> required.add(scope.name()));
    return required;
  }

  private void remember(SignOn signOn, Client client, Set<String> allowed) {
    consents.remember(
        new Consent(
            signOn.subject(),
            client.clientId(),
            allowed,
            client.consentLifetime().map(clock.instant()::plus)));
  }
}
