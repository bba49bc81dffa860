package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.User;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.model.grant.UserSession;
import org.gatehouse.store.UserSessions;
import org.gatehouse.store.UserStore;

/** Signs users in, and knows who is signed in where. */
@ApplicationScoped
public class SignOnSessions {
  private static final List<String> PASSWORD = List.of("pwd"); // RFC 8176 §2

  private final UserStore users;
  private final UserSessions sessions;
  private final Logout logout;
  private final Handles handles;
  private final SessionConfig config;
  private final Clock clock;

  @Inject
  public SignOnSessions(
      UserStore users,
      UserSessions sessions,
      Logout logout,
      Handles handles,
      SessionConfig config,
      Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.logout = logout;
    this.handles = handles;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  SignOnSessions() {
    this(null, null, null, null, null, null); // CDI client proxy
  }

  /** The session of this browser, where there is one and it has not ended. */
  public Optional<UserSession> current(Browser browser) {
    return browser.session().flatMap(sessions::find);
  }

  /**
   * Signs the user in, where the password is right: a new session in place of the browser's old
   * one, under a new handle. The same user keeps the session's {@code sid}.
   */
  public Optional<Handle> signIn(String username, String password, Browser browser) {
    return users
        .authenticate(username, password)
        .filter(User::active)
        .map(user -> start(user, browser));
  }

  private Handle start(User user, Browser browser) {
    Optional<SignOn> own =
        current(browser)
            .map(UserSession::signOn)
            .filter(old -> old.subject().equals(user.subject()) && !logout.hasBegun(old));
    if (own.isEmpty()) {
      logout.end(browser); // whoever was signed in here before is not any more
    }
    String sessionId = own.map(SignOn::sessionId).orElseGet(handles::nextId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Handle started =
        sessions.start(
            new UserSession(
                new SignOn(user.subject(), sessionId, now, PASSWORD, SignOn.LOCAL),
                now.plus(config.lifetime())));
    if (own.isPresent()) { // last: until then the browser has the old one, to sign out of
      browser.session().ifPresent(sessions::end);
    }
    return started;
  }
}
