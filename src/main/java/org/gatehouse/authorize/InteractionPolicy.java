package org.gatehouse.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.store.Consents;
import org.gatehouse.token.ProfileSource;

/** Decides whether the user must sign in or be asked first (OIDC Core §3.1.2.3, §3.1.2.4). */
@ApplicationScoped
public class InteractionPolicy {
  /** How long a sign-in counts as fresh: time enough for the pages that follow it. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final ProfileSource profiles;
  private final Consents consents;
  private final Clock clock;

  @Inject
  public InteractionPolicy(ProfileSource profiles, Consents consents, Clock clock) {
    this.profiles = profiles;
    this.consents = consents;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  InteractionPolicy() {
    this(null, null, null); // CDI client proxy
  }

  /**
   * What the request needs next.
   *
   * @param session the browser's session
   * @param ticket what happened in this request so far
   */
  public Interaction decide(
      ValidatedAuthorizeRequest request, Optional<UserSession> session, InteractionTicket ticket) {
    if (ticket.declined().isPresent()) {
      return new Interaction.Refuse(ticket.declined().get());
    }
    Optional<SignOn> usable =
        session.map(UserSession::signOn).filter(signOn -> isUsable(request, signOn, ticket));
    if (usable.isEmpty()) {
      return request.wants(Prompt.NONE) || !request.client().enableLocalLogin()
          ? new Interaction.Refuse(Refusal.SIGN_ON_NEEDED)
          : new Interaction.Login();
    }
    SignOn signOn = usable.get();
    if (request.hintedSubject().filter(hinted -> !hinted.equals(signOn.subject())).isPresent()) {
      return new Interaction.Refuse(Refusal.OTHER_USER); // never another user silently
    }
    return consent(request, signOn, ticket);
  }

  private boolean isUsable(
      ValidatedAuthorizeRequest request, SignOn signOn, InteractionTicket ticket) {
    Client client = request.client();
    boolean fresh = isFresh(signOn, ticket);
    boolean freshIsWanted = request.wants(Prompt.LOGIN) || request.wants(Prompt.SELECT_ACCOUNT);
    boolean tooOld =
        Stream.of(request.maxAge(), client.userSsoLifetime())
            .flatMap(Optional::stream)
            .anyMatch(limit -> age(signOn).compareTo(fresh ? atLeastAMinute(limit) : limit) > 0);
    return (fresh || !freshIsWanted)
        && !tooOld
        && (client.enableLocalLogin() || !signOn.idp().equals(SignOn.LOCAL))
        && profiles.isActive(signOn.subject(), client);
  }

  /** The pages after a sign-in take their time: max_age=0 must be met by a sign-in, not never. */
  private static Duration atLeastAMinute(Duration limit) {
    return limit.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : limit;
  }

  /** A sign-in for this very request, and not long ago: an old ticket proves nothing new. */
  private boolean isFresh(SignOn signOn, InteractionTicket ticket) {
    return ticket.signIn().filter(signIn -> signIn.isOf(signOn)).isPresent()
        && age(signOn).compareTo(FRESH) <= 0;
  }

  private Duration age(SignOn signOn) {
    return Duration.between(signOn.authTime(), clock.instant());
  }

  private Interaction consent(
      ValidatedAuthorizeRequest request, SignOn signOn, InteractionTicket ticket) {
    Optional<ConsentDecision> given =
        ticket.consent().filter(decision -> decision.subject().equals(signOn.subject()));
    if (given.isPresent()) {
      return new Interaction.Proceed(signOn, given.get().scopes());
    }
    if (!mustAsk(request, signOn)) {
      return new Interaction.Proceed(signOn, request.scopes());
    }
    return request.wants(Prompt.NONE)
        ? new Interaction.Refuse(Refusal.CONSENT_NEEDED)
        : new Interaction.Consent();
  }

  private boolean mustAsk(ValidatedAuthorizeRequest request, SignOn signOn) {
    Client client = request.client();
    if (request.wants(Prompt.CONSENT)) {
      return true;
    }
    boolean remembered =
        client.requireConsent()
            && client.allowRememberConsent()
            && consents.cover(signOn.subject(), client.clientId(), request.scopes());
    return client.requireConsent() && !remembered;
  }
}
