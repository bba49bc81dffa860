package org.gatehouse.model.configuration;

import java.util.Map;
import java.util.Optional;

/**
 * Where users may sign in elsewhere. Kept already, not used by this version.
 *
 * @param scheme its name in requests ({@code acr_values=idp:…})
 * @param enabled false: unknown
 * @param displayName shown on the sign-in page
 * @param type the protocol, such as {@code oidc}
 * @param properties what the protocol needs
 */
public record IdentityProvider(
    String scheme,
    boolean enabled,
    Optional<String> displayName,
    String type,
    Map<String, String> properties) {
  public IdentityProvider {
    properties = Map.copyOf(properties);
  }

  /** The identifier only: properties hold secrets. */
  @Override
  public String toString() {
    return "IdentityProvider[" + scheme + "]";
  }
}
