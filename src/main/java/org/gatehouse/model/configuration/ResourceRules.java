package org.gatehouse.model.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.Scopes;

/** What scopes and APIs have to be. */
public final class ResourceRules {
  private ResourceRules() {}

  public static List<Finding> check(IdentityResource resource) {
    return scopeName(resource.name()).stream().toList();
  }

  public static List<Finding> check(ApiScope scope) {
    return scopeName(scope.name()).stream().toList();
  }

  public static List<Finding> check(ApiResource resource) {
    return Stream.concat(
            reserved(resource.name()).stream(),
            SecretRules.check("ApiSecrets", resource.apiSecrets()).stream())
        .toList();
  }

  private static Optional<Finding> reserved(String name) {
    return AdminScopes.isReserved(name)
        ? Optional.of(
            Finding.fault(
                "Name",
                name,
                "another name: this one is of the server's own administration",
                "choose another name"))
        : Optional.empty();
  }

  private static Optional<Finding> scopeName(String name) {
    if (name.equals(Scopes.OFFLINE_ACCESS)) {
      return Optional.of(
          Finding.fault(
              "Name",
              name,
              "another name: this scope is built in (OIDC Core §11)",
              "remove it, and set AllowOfflineAccess for the clients that may use it"));
    }
    Optional<Finding> reserved = reserved(name);
    if (reserved.isPresent()) {
      return reserved;
    }
    boolean isToken = name.chars().allMatch(c -> c >= 0x21 && c <= 0x7e && c != '"' && c != '\\');
    return isToken
        ? Optional.empty()
        : Optional.of(
            Finding.fault(
                "Name",
                name,
                "printable ASCII characters but space, \" and \\ (RFC 6749 §3.3)",
                "choose another name"));
  }
}
