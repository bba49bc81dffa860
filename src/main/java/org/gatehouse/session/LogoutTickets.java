package org.gatehouse.session;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.ring.SealedJson;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;

/** Seals requests to sign out, and opens them where they belong to the browser. */
@ApplicationScoped
public class LogoutTickets {
  private final SealedJson json;
  private final SessionConfig config;
  private final Clock clock;

  @Inject
  public LogoutTickets(SealedJson json, SessionConfig config, Clock clock) {
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  LogoutTickets() {
    this(null, null, null); // CDI client proxy
  }

  public String seal(EndSessionRequest request) {
    return json.seal(Purpose.LOGOUT, request);
  }

  /** The request of a page that was shown in this browser (RFC 9700 §4.7). */
  public EndSessionRequest open(String ticket, Browser browser) {
    EndSessionRequest opened = openAnywhere(ticket);
    require(opened.browser().filter(browser::is).isPresent(), Refusal.INTERACTION_INVALID);
    return opened;
  }

  /** A request that has not been shown to the user yet. */
  public EndSessionRequest openAnywhere(String ticket) {
    EndSessionRequest opened =
        json.open(Purpose.LOGOUT, ticket, EndSessionRequest.class)
            .orElseThrow(() -> new OAuthException(Refusal.INTERACTION_INVALID));
    require(
        clock.instant().isBefore(opened.startedAt().plus(config.interactionLifetime())),
        Refusal.INTERACTION_EXPIRED);
    return opened;
  }

  /** A request of the user's own. */
  public EndSessionRequest ofUser() {
    return EndSessionRequest.ofUser(clock.instant());
  }
}
