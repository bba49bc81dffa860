package org.gatehouse.model.configuration;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Claims about a user that a client asks for by one scope (OIDC Core §5.4).
 *
 * @param name the scope
 * @param enabled false: the scope is unknown
 * @param displayName shown on the consent page
 * @param description shown on the consent page
 * @param showInDiscoveryDocument true: the scope is advertised
 * @param userClaims names of the claims
 * @param properties values of the operator's own
 * @param required true: the user cannot deselect it
 * @param emphasize true: the consent page stresses it
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, emptyDefaultForOptional = true)
public record IdentityResource(
    String name,
    @Initializer(source = InitialValues.class, value = "YES") boolean enabled,
    Optional<String> displayName,
    Optional<String> description,
    @Initializer(source = InitialValues.class, value = "YES") boolean showInDiscoveryDocument,
    Set<String> userClaims,
    Map<String, String> properties,
    boolean required,
    boolean emphasize)
    implements Resource {

  /** Starts an identity resource with the defaults of IdentityServer4. */
  public static IdentityResourceBuilder named(String name) {
    return IdentityResourceBuilder.builder().name(name);
  }
}
