package org.gatehouse.authorize;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.HashedHandle;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.SignOn;

/**
 * An authorization request on its way through the pages. It travels sealed through the browser; the
 * request in it is judged anew at every step.
 *
 * @param parameters the request
 * @param startedAt when it arrived
 * @param browser hash of the browser's handle; empty while no page was shown
 * @param signIn the user's sign-in for this request
 * @param asked the user who is asked for consent; empty while nobody is
 * @param consent what the user allowed in this request
 * @param declined how the user ended it instead
 */
public record InteractionTicket(
    Map<String, String> parameters,
    Instant startedAt,
    Optional<HashedHandle> browser,
    Optional<FreshSignIn> signIn,
    Optional<String> asked,
    Optional<ConsentDecision> consent,
    Optional<Refusal> declined) {

  public static InteractionTicket begin(AuthorizeRequest request, Instant now) {
    return new InteractionTicket(
        request.known(),
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public AuthorizeRequest request() {
    return new AuthorizeRequest(Parameters.of(parameters));
  }

  /** The same, for pages in one browser only. */
  public InteractionTicket in(HashedHandle onlyBrowser) {
    return new InteractionTicket(
        parameters, startedAt, Optional.of(onlyBrowser), signIn, asked, consent, declined);
  }

  /** The same, after the user has signed in for it. */
  public InteractionTicket with(SignOn signedIn) {
    return new InteractionTicket(
        parameters,
        startedAt,
        browser,
        Optional.of(FreshSignIn.of(signedIn)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, with a question to this user. */
  InteractionTicket asking(String subject) {
    return new InteractionTicket(
        parameters, startedAt, browser, signIn, Optional.of(subject), consent, declined);
  }

  public InteractionTicket with(ConsentDecision decision) {
    return new InteractionTicket(
        parameters, startedAt, browser, signIn, asked, Optional.of(decision), Optional.empty());
  }

  public InteractionTicket with(Refusal ending) {
    return new InteractionTicket(
        parameters, startedAt, browser, signIn, asked, Optional.empty(), Optional.of(ending));
  }

  /** Parameters may hold personal data. */
  @Override
  public String toString() {
    return "InteractionTicket[" + startedAt + "]";
  }
}
