package org.gatehouse.session;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.crypto.HashedHandle;
import org.gatehouse.model.grant.UserSession;

/**
 * A valid request to sign out, on its way through the page (OIDC RP-Initiated Logout §2).
 *
 * @param clientId who asks; empty where nobody said
 * @param returnUri where the browser goes afterwards, {@code state} included
 * @param hintedSession the {@code sid} of the ID token that came as a hint
 * @param startedAt when it arrived
 * @param browser hash of the handle of the browser that was asked; empty while none was
 */
public record EndSessionRequest(
    Optional<String> clientId,
    Optional<String> returnUri,
    Optional<String> hintedSession,
    Instant startedAt,
    Optional<HashedHandle> browser) {

  /** From nobody, as when a user goes to the page. */
  public static EndSessionRequest ofUser(Instant now) {
    return new EndSessionRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), now, Optional.empty());
  }

  /** The same, for a page in one browser only. */
  public EndSessionRequest in(HashedHandle onlyBrowser) {
    return new EndSessionRequest(
        clientId, returnUri, hintedSession, startedAt, Optional.of(onlyBrowser));
  }

  /** Whether the hint is of this session, so that the user need not be asked. */
  public boolean isMeant(UserSession session) {
    return hintedSession.filter(session.signOn().sessionId()::equals).isPresent();
  }
}
