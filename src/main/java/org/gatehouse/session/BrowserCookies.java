package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.config.SessionConfig;
import org.gatehouse.crypto.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The two cookies that a browser keeps for us, as {@code Set-Cookie} values (RFC 6265bis). Both
 * hold random handles and end with the browser; {@code __Host-} names need TLS, so they are used
 * where users reach us by TLS.
 */
@ApplicationScoped
public class BrowserCookies {
  /** What handles look like; anything else did not come from us. */
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final ServerConfig server;
  private final SessionConfig config;

  @Inject
  public BrowserCookies(ServerConfig server, SessionConfig config) {
    this.server = server;
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  BrowserCookies() {
    this(null, null); // CDI client proxy
  }

  /**
   * What {@code Cookie} headers say; of two good cookies with one name the first counts. HTTP/2 may
   * bring a header for each cookie (RFC 9113 §8.2.3).
   */
  public Browser read(@Nullable List<String> headers) {
    String cookies = headers == null ? "" : String.join(";", headers);
    return new Browser(value(cookies, browserName()), value(cookies, sessionName()));
  }

  private static Optional<Handle> value(String cookies, String name) {
    return Stream.of(cookies.split(";"))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .filter(value -> HANDLE.matcher(value).matches())
        .findFirst()
        .map(Handle::new);
  }

  /** Holds the handle of the user's session. */
  public String sessionName() {
    return name("gatehouse.session");
  }

  /** Tells this browser from every other, so that pages answer only to where they were shown. */
  public String browserName() {
    return name("gatehouse.browser");
  }

  public String session(Handle handle) {
    return cookie(sessionName(), handle.value(), config.sameSite());
  }

  public String browser(Handle handle) {
    return cookie(browserName(), handle.value(), SessionConfig.SameSite.LAX);
  }

  /** Takes the session's cookie away. */
  public String noSession() {
    return cookie(sessionName(), "", config.sameSite()) + "; Max-Age=0";
  }

  private String name(String plain) {
    return server.isSecure() ? "__Host-" + plain : plain;
  }

  private String cookie(String name, String value, SessionConfig.SameSite sameSite) {
    String secure = server.isSecure() ? "; Secure" : "";
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=" + sameSite.attribute() + secure;
  }
}
