package org.gatehouse.model.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a URI has to be before a client may register it (RFC 6749 §3.1.2, RFC 9700 §4.1). */
final class RedirectUriRules {
  /** Schemes that run code in the browser, read local files or lead to no client. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "about",
          "blob",
          "data",
          "file",
          "filesystem",
          "ftp",
          "jar",
          "javascript",
          "mailto",
          "ssh",
          "tel",
          "vbscript",
          "view-source",
          "ws",
          "wss");

  /** Parameters that only an answer may carry (RFC 6749 §4.1.2, RFC 9207 §2). */
  private static final Set<String> RESPONSE_PARAMETERS =
      Set.of("code", "state", "iss", "error", "error_description", "error_uri");

  private RedirectUriRules() {}

  /** What is wrong with an address to which answers are sent. */
  static Optional<Finding> ofRedirect(String property, String uri) {
    Optional<Finding> wrong = ofAddress(property, uri);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (hasResponseParameter(uri)) {
      return Optional.of(
          Finding.fault(
              property,
              uri,
              "no parameter of an answer (code, state, iss, error) in the query",
              "rename the parameter"));
    }
    return isPlainHttp(uri)
        ? Optional.of(
            Finding.warning(
                property,
                uri,
                "https, or http on the user's own machine (RFC 9700 §4.1.3)",
                "use https: codes travel there in the clear"))
        : Optional.empty();
  }

  /** What is wrong with an address to which the user agent is sent. */
  static Optional<Finding> ofAddress(String property, String uri) {
    Optional<URI> parsed = parse(uri);
    if (parsed.isEmpty() || !isComplete(parsed.get()) || !isAscii(uri)) {
      return Optional.of(
          Finding.fault(
              property,
              uri,
              "an absolute URI of ASCII characters, with a host where it has http or https",
              "write it in full, others percent-encoded; there are no wildcards"));
    }
    String scheme = parsed.get().getScheme().toLowerCase(Locale.ROOT);
    if (FORBIDDEN.contains(scheme)) {
      return Optional.of(
          Finding.fault(
              property,
              uri,
              "another scheme than " + scheme,
              "use https or a scheme of the app's"));
    }
    return uri.indexOf('#') >= 0
        ? Optional.of(
            Finding.fault(
                property, uri, "no fragment (RFC 6749 §3.1.2)", "remove # and what follows"))
        : Optional.empty();
  }

  /** What is wrong with the address of a page or an image. */
  static Optional<Finding> ofPage(String property, String uri) {
    boolean isPage =
        parse(uri).filter(RedirectUriRules::isComplete).filter(RedirectUriRules::isWeb).isPresent();
    return isPage
        ? Optional.empty()
        : Optional.of(Finding.fault(property, uri, "an https or http address", "write it in full"));
  }

  /** What is wrong with an origin (RFC 6454 §6.2). */
  static Optional<Finding> ofOrigin(String property, String origin) {
    boolean isOrigin =
        parse(origin)
            .filter(RedirectUriRules::isComplete)
            .filter(RedirectUriRules::isWeb)
            .filter(uri -> uri.getRawUserInfo() == null)
            .filter(uri -> origin.equals(uri.getScheme() + "://" + uri.getRawAuthority()))
            .isPresent();
    return isOrigin
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                property,
                origin,
                "an origin such as https://app.example.com",
                "leave out the path and the slash at the end"));
  }

  private static Optional<URI> parse(String uri) {
    try {
      return Optional.of(new URI(uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(URI uri) {
    return uri.isAbsolute() && (!isWeb(uri) || uri.getHost() != null);
  }

  private static boolean isWeb(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
  }

  private static boolean isAscii(String uri) {
    return uri.chars().allMatch(c -> c < 0x80);
  }

  private static boolean isPlainHttp(String uri) {
    return parse(uri)
        .filter(parsed -> "http".equalsIgnoreCase(parsed.getScheme()))
        .map(parsed -> parsed.getHost().toLowerCase(Locale.ROOT))
        .filter(host -> !host.equals("localhost") && !host.endsWith(".localhost"))
        .filter(host -> !host.startsWith("127.") && !host.equals("[::1]"))
        .isPresent();
  }

  private static boolean hasResponseParameter(String uri) {
    return parse(uri)
        .map(URI::getQuery)
        .map(query -> Arrays.stream(query.split("&", -1)))
        .map(
            pairs ->
                pairs.map(pair -> pair.split("=", 2)[0]).anyMatch(RESPONSE_PARAMETERS::contains))
        .orElse(false);
  }
}
