package org.gatehouse.authorize;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.HashedHandle;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;

/**
 * An authorization request on its way through the pages. It travels sealed through the browser; the
 * request in it is judged anew at every step.
 *
 * @param parameters the request
 * @param startedAt when it arrived: a sign-in after that is a fresh one
 * @param browser hash of the browser's handle; empty while no page was shown
 * @param asked the user who is asked for consent; empty while nobody is
 * @param consent what the user allowed in this request
 * @param declined how the user ended it instead
 */
public record InteractionTicket(
    Map<String, String> parameters,
    Instant startedAt,
    Optional<HashedHandle> browser,
    Optional<String> asked,
    Optional<ConsentDecision> consent,
    Optional<Refusal> declined) {

  public static InteractionTicket begin(AuthorizeRequest request, Instant now) {
    return new InteractionTicket(
        request.known(),
        now.truncatedTo(ChronoUnit.MILLIS),
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
        parameters, startedAt, Optional.of(onlyBrowser), asked, consent, declined);
  }

  /** The same, with a question to this user. */
  InteractionTicket asking(String subject) {
    return new InteractionTicket(
        parameters, startedAt, browser, Optional.of(subject), consent, declined);
  }

  public InteractionTicket with(ConsentDecision decision) {
    return new InteractionTicket(
        parameters, startedAt, browser, asked, Optional.of(decision), Optional.empty());
  }

  public InteractionTicket with(Refusal ending) {
    return new InteractionTicket(
        parameters, startedAt, browser, asked, Optional.empty(), Optional.of(ending));
  }

  /** Parameters may hold personal data. */
  @Override
  public String toString() {
    return "InteractionTicket[" + startedAt + "]";
  }
}
