package org.gatehouse.model.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What API scopes, API resources and identity resources have in common. */
public sealed interface Resource permits ApiScope, ApiResource, IdentityResource {
  String name();

  boolean enabled();

  Optional<String> displayName();

  Optional<String> description();

  boolean showInDiscoveryDocument();

  Set<String> userClaims();

  Map<String, String> properties();
}
