package org.gatehouse.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.config.ServerConfig.Profile;

/** What an issuer has to be (OIDC Discovery §3, RFC 8414 §2). */
final class IssuerRules {
  static final String FORM =
      "an https address without user, query, fragment and slash at the end, such as"
          + " https://id.example.com";

  private IssuerRules() {}

  /** Adds at most one fault. */
  static void check(String issuer, Profile profile, Settings settings) {
    Optional<URI> uri = parse(issuer).filter(IssuerRules::isWellFormed);
    if (uri.isEmpty()) {
      settings.fault(ConfigReader.ISSUER, FORM, "write the address that users' browsers know");
    } else if (profile.isForTrying() && !isLoopback(uri.get())) {
      settings.fault(
          ConfigReader.ISSUER,
          "an address of this machine, such as http://localhost:9080, because the profile is "
              + profile.name().toLowerCase(Locale.ROOT),
          "set "
              + ConfigReader.PROFILE
              + "=prod (Maven's servers have it in jvm.options, which wins): demo and dev are unsafe for"
              + " strangers");
    } else if (profile == Profile.PROD && !isHttps(issuer) && !isLoopback(uri.get())) {
      settings.fault(
          ConfigReader.ISSUER,
          FORM,
          "write https; a proxy in front of the server may speak TLS for it");
    }
  }

  static boolean isHttps(String issuer) {
    return issuer.regionMatches(true, 0, "https:", 0, 6);
  }

  private static Optional<URI> parse(String issuer) {
    try {
      return Optional.of(new URI(issuer));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isWellFormed(URI uri) {
    return uri.isAbsolute()
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= 65_535
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && !uri.toString().endsWith("/")
        && uri.toString().chars().allMatch(c -> c < 0x80)
        && uri.normalize().equals(uri);
  }

  /** By name and number only: an answer of the DNS may change. */
  private static boolean isLoopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]");
  }
}
