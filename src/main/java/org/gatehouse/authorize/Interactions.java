package org.gatehouse.authorize;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.ring.SealedJson;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.session.Browser;

/** Seals tickets, and opens them where they belong to the browser and are not too old. */
@ApplicationScoped
public class Interactions {
  private final SealedJson json;
  private final SessionConfig config;
  private final Clock clock;

  @Inject
  public Interactions(SealedJson json, SessionConfig config, Clock clock) {
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  Interactions() {
    this(null, null, null); // CDI client proxy
  }

  /** The ticket of a request that arrives now. */
  InteractionTicket begin(AuthorizeRequest request) {
    return InteractionTicket.begin(request, clock.instant());
  }

  public String seal(InteractionTicket ticket) {
    return json.seal(Purpose.INTERACTION, ticket);
  }

  /** The ticket of a page that was shown in this browser (RFC 9700 §4.7). */
  public InteractionTicket open(String ticket, Browser browser) {
    InteractionTicket opened = openAnywhere(ticket);
    require(opened.browser().filter(browser::is).isPresent(), Refusal.INTERACTION_INVALID);
    return opened;
  }

  /** The ticket of a request that may not have shown a page yet. */
  public InteractionTicket resume(String ticket, Browser browser) {
    InteractionTicket opened = openAnywhere(ticket);
    require(opened.browser().map(browser::is).orElse(true), Refusal.INTERACTION_INVALID);
    return opened;
  }

  private InteractionTicket openAnywhere(String ticket) {
    InteractionTicket opened =
        json.open(Purpose.INTERACTION, ticket, InteractionTicket.class)
            .orElseThrow(() -> new OAuthException(Refusal.INTERACTION_INVALID));
    require(
        clock.instant().isBefore(opened.startedAt().plus(config.interactionLifetime())),
        Refusal.INTERACTION_EXPIRED);
    return opened;
  }
}
