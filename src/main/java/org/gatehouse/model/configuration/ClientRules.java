package org.gatehouse.model.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.gatehouse.model.GrantTypeName;

/** What the properties of a client ask of one another and of the specifications. */
public final class ClientRules {
  private static final String IMPLICIT = "implicit";
  private static final String HYBRID = "hybrid";
  private static final Duration LONG_CODE = Duration.ofMinutes(10);

  private final Client client;
  private final List<Finding> findings = new ArrayList<>();

  private ClientRules(Client client) {
    this.client = client;
  }

  /** Everything there is to say about a client; nothing where it is fine. */
  public static List<Finding> check(Client client) {
    ClientRules rules = new ClientRules(client);
    rules.identity();
    rules.grantTypes();
    rules.addresses();
    rules.secrets();
    rules.lifetimes();
    rules.advice();
    return List.copyOf(rules.findings);
  }

  private void identity() {
    String id = client.clientId();
    if (!id.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)) { // RFC 6749 §A.1
      fault("ClientId", id, "printable ASCII characters", "choose another identifier");
    }
    if (!client.protocolType().equals("oidc")) {
      fault("ProtocolType", client.protocolType(), "oidc", "write oidc, or leave it out");
    }
  }

  private void grantTypes() {
    if (client.allowedGrantTypes().isEmpty()) {
      warn("AllowedGrantTypes", "nothing", "a grant type", "add one, or the client can do nothing");
    }
    client.allowedGrantTypes().stream()
        .filter(type -> type.isBlank() || type.chars().anyMatch(c -> c <= 0x20 || c > 0x7e))
        .sorted()
        .forEach(type -> fault("AllowedGrantTypes", type, "no space in it", "write one an entry"));
    notBoth(IMPLICIT, GrantTypeName.AUTHORIZATION_CODE);
    notBoth(IMPLICIT, HYBRID);
    notBoth(HYBRID, GrantTypeName.AUTHORIZATION_CODE);
    administration();
  }

  /** The scope alone makes an administrator: no user who signs in may come by it. */
  private void administration() {
    if (!AdminScopes.among(client.allowedScopes()).isEmpty()
        && !client.allowedGrantTypes().equals(Set.of(GrantTypeName.CLIENT_CREDENTIALS))) {
      fault(
          "AllowedScopes",
          String.join(", ", new TreeSet<>(AdminScopes.among(client.allowedScopes()))),
          "no scope of the administration, but where client_credentials is the only grant type",
          "give it to a client of its own: every user who signs in would be an administrator");
    }
  }

  private void notBoth(String one, String other) {
    if (client.allowsGrantType(one) && client.allowsGrantType(other)) {
      fault(
          "AllowedGrantTypes",
          one + " and " + other,
          "one of the two: the other would weaken it",
          "remove " + one);
    }
  }

  private void addresses() {
    each("RedirectUris", client.redirectUris(), RedirectUriRules::ofRedirect);
    each("PostLogoutRedirectUris", client.postLogoutRedirectUris(), RedirectUriRules::ofAddress);
    each("AllowedCorsOrigins", client.allowedCorsOrigins(), RedirectUriRules::ofOrigin);
    page("ClientUri", client.clientUri());
    page("LogoUri", client.logoUri());
    page("PolicyUri", client.policyUri());
    page("TosUri", client.tosUri());
    page("InitiateLoginUri", client.initiateLoginUri());
    page("FrontChannelLogoutUri", client.frontChannelLogoutUri());
    page("BackChannelLogoutUri", client.backChannelLogoutUri());
    if (client.allowsGrantType(GrantTypeName.AUTHORIZATION_CODE)
        && client.redirectUris().isEmpty()) {
      warn(
          "RedirectUris",
          "nothing",
          "an address for authorization_code",
          "add one, or no user can come back to the client");
    }
  }

  private void each(
      String property,
      Collection<String> values,
      BiFunction<String, String, Optional<Finding>> rule) {
    values.stream()
        .sorted()
        .flatMap(value -> rule.apply(property, value).stream())
        .forEach(findings::add);
  }

  private void page(String property, Optional<String> uri) {
    uri.flatMap(value -> RedirectUriRules.ofPage(property, value)).ifPresent(findings::add);
  }

  private void secrets() {
    findings.addAll(SecretRules.check("ClientSecrets", client.clientSecrets()));
    if (client.requireClientSecret()
        && client.clientSecrets().isEmpty()
        && !client.allowedGrantTypes().equals(Set.of(IMPLICIT))) {
      warn(
          "ClientSecrets",
          "nothing",
          "a secret, because RequireClientSecret is true",
          "add one, or set RequireClientSecret to false for a public client");
    }
    if (!client.requireClientSecret() && client.allowsGrantType(GrantTypeName.CLIENT_CREDENTIALS)) {
      warn(
          "RequireClientSecret",
          "false",
          "true for client_credentials (RFC 6749 §4.4)",
          "give the client a secret, or take the grant type away");
    }
  }

  /** What works, and should not be. */
  private void advice() {
    if (!client.requireClientSecret()
        && client.allowOfflineAccess()
        && client.refreshTokenUsage() == TokenUsage.RE_USE) {
      warn(
          "RefreshTokenUsage",
          "ReUse",
          "OneTimeOnly for a public client (RFC 9700 §4.14.2)",
          "write OneTimeOnly, or nobody sees when a refresh token was stolen");
    }
    if (client.accessTokenLifetime().compareTo(Duration.ofDays(1)) > 0) {
      warn(
          "AccessTokenLifetime",
          client.accessTokenLifetime().toSeconds() + " seconds",
          "a day at most",
          "shorten it: a sign-out is remembered for a day");
    }
  }

  private void lifetimes() {
    positive("IdentityTokenLifetime", client.identityTokenLifetime());
    positive("AccessTokenLifetime", client.accessTokenLifetime());
    positive("AuthorizationCodeLifetime", client.authorizationCodeLifetime());
    positive("SlidingRefreshTokenLifetime", client.slidingRefreshTokenLifetime());
    positive("DeviceCodeLifetime", client.deviceCodeLifetime());
    optional("ConsentLifetime", client.consentLifetime());
    optional("UserSsoLifetime", client.userSsoLifetime());
    optional("PushedAuthorizationLifetime", client.pushedAuthorizationLifetime());
    optional("CibaLifetime", client.cibaLifetime());
    optional("PollingInterval", client.pollingInterval());
    notNegative("AbsoluteRefreshTokenLifetime", client.absoluteRefreshTokenLifetime());
    notNegative("DPoPClockSkew", client.dPoPClockSkew());
    if (client.authorizationCodeLifetime().compareTo(LONG_CODE) > 0) {
      warn(
          "AuthorizationCodeLifetime",
          seconds(client.authorizationCodeLifetime()),
          "at most 600 (RFC 6749 §4.1.2)",
          "shorten it: a code is used at once");
    }
    slidingWithinAbsolute();
    if (client.allowOfflineAccess()
        && client.refreshTokenExpiration() == TokenExpiration.ABSOLUTE
        && client.absoluteRefreshTokenLifetime().isZero()) {
      warn(
          "AbsoluteRefreshTokenLifetime",
          "0",
          "seconds, more than 0, because RefreshTokenExpiration is Absolute",
          "lengthen it: a refresh token that ends at once is of no use");
    }
  }

  private void slidingWithinAbsolute() {
    Duration absolute = client.absoluteRefreshTokenLifetime();
    if (client.refreshTokenExpiration() == TokenExpiration.SLIDING
        && !absolute.isZero()
        && client.slidingRefreshTokenLifetime().compareTo(absolute) > 0) {
      fault(
          "SlidingRefreshTokenLifetime",
          seconds(client.slidingRefreshTokenLifetime()),
          "at most AbsoluteRefreshTokenLifetime, " + seconds(absolute),
          "shorten it, or set AbsoluteRefreshTokenLifetime to 0 for no end");
    }
  }

  private void positive(String property, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      fault(property, seconds(duration), "seconds, more than 0", "write a whole number of seconds");
    }
  }

  private void optional(String property, Optional<Duration> duration) {
    duration.ifPresent(value -> positive(property, value));
  }

  private void notNegative(String property, Duration duration) {
    if (duration.isNegative()) {
      fault(property, seconds(duration), "seconds from 0 on", "write a whole number of seconds");
    }
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  private void fault(String property, String found, String expected, String fix) {
    findings.add(Finding.fault(property, found, expected, fix));
  }

  private void warn(String property, String found, String expected, String fix) {
    findings.add(Finding.warning(property, found, expected, fix));
  }
}
