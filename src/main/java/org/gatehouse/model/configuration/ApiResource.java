package org.gatehouse.model.configuration;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.SigningAlgorithm;

/**
 * An API: the audience of the access tokens that carry one of its scopes (RFC 9068 §2.2).
 *
 * @param name the audience
 * @param enabled false: the API is unknown
 * @param displayName shown on the pages
 * @param description shown on the pages
 * @param showInDiscoveryDocument true: its scopes are advertised
 * @param userClaims names of user claims that its access tokens carry
 * @param properties values of the operator's own
 * @param apiSecrets what the API proves itself with at introspection (RFC 7662 §2.1)
 * @param scopes names of its API scopes
 * @param allowedAccessTokenSigningAlgorithms empty: the server's default
 * @param requireResourceIndicator true: only for clients that name it (RFC 8707)
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, emptyDefaultForOptional = true)
public record ApiResource(
    String name,
    @Initializer(source = InitialValues.class, value = "YES") boolean enabled,
    Optional<String> displayName,
    Optional<String> description,
    @Initializer(source = InitialValues.class, value = "YES") boolean showInDiscoveryDocument,
    Set<String> userClaims,
    Map<String, String> properties,
    List<Secret> apiSecrets,
    Set<String> scopes,
    Set<SigningAlgorithm> allowedAccessTokenSigningAlgorithms,
    boolean requireResourceIndicator)
    implements Resource {

  /** Starts an API resource with the defaults of IdentityServer4. */
  public static ApiResourceBuilder named(String name) {
    return ApiResourceBuilder.builder().name(name);
  }
}
