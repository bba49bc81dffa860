package org.gatehouse.model.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.model.SigningAlgorithm;

/** The API by which this server is administered, and its scopes. */
public final class AdminScopes {
  /** The audience, and the scope of whoever may change something. */
  public static final String ADMIN = "gatehouse-admin";

  /** The scope of whoever may only look. */
  public static final String READ = "gatehouse-admin.read";

  private static final Resources ALL =
      new Resources(
          List.of(),
          List.of(
              scope(ADMIN, "Administer this server", "Change applications and APIs."),
              scope(READ, "See how this server is set up", "See applications and APIs.")),
          List.of(
              ApiResource.named(ADMIN)
                  .displayName(Optional.of("Administration"))
                  .showInDiscoveryDocument(false)
                  .scopes(Set.of(ADMIN, READ))
                  .allowedAccessTokenSigningAlgorithms(
                      Set.of(
                          SigningAlgorithm.RS256,
                          SigningAlgorithm.RS384,
                          SigningAlgorithm.RS512,
                          SigningAlgorithm.ES256,
                          SigningAlgorithm.ES384,
                          SigningAlgorithm.ES512))
                  .build()));

  private AdminScopes() {}

  public static Resources all() {
    return ALL;
  }

  /** Whether nobody else may use the name. */
  public static boolean isReserved(String name) {
    return name.equals(ADMIN) || name.equals(READ);
  }

  /** Those of the scopes that are of the administration. */
  public static Set<String> among(Set<String> scopes) {
    return scopes.stream().filter(AdminScopes::isReserved).collect(Collectors.toUnmodifiableSet());
  }

  /** The roles that the scopes stand for. */
  public static List<String> roles(Set<String> scopes) {
    if (scopes.contains(ADMIN)) {
      return List.of("admin", "viewer");
    }
    return scopes.contains(READ) ? List.of("viewer") : List.of();
  }

  private static ApiScope scope(String name, String displayName, String description) {
    return ApiScope.named(name)
        .displayName(Optional.of(displayName))
        .description(Optional.of(description))
        .showInDiscoveryDocument(false)
        .emphasize(true)
        .build();
  }
}
