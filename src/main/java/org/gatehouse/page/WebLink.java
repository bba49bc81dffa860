package org.gatehouse.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that a page may link to or load from. */
final class WebLink {
  private static final Set<String> SCHEMES = Set.of("https", "http");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

  private WebLink() {}

  /** The address if it leads to the web by a plain host name; without user information. */
  static Optional<String> keep(String address) {
    return parse(address).map(URI::toASCIIString);
  }

  /** The origin as a source of a Content-Security-Policy (CSP Level 3 §2.3.1). */
  static Optional<String> origin(String address) {
    return parse(address)
        .map(
            uri ->
                uri.getScheme()
                    + "://"
                    + uri.getHost()
                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
  }

  private static Optional<URI> parse(String address) {
    try {
      URI uri = new URI(address);
      boolean kept =
          uri.getScheme() != null
              && SCHEMES.contains(uri.getScheme())
              && uri.getHost() != null
              && HOST.matcher(uri.getHost()).matches()
              && uri.getUserInfo() == null;
      return kept ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
