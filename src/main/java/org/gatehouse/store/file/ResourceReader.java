package org.gatehouse.store.file;

import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiResourceBuilder;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.ApiScopeBuilder;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.IdentityResourceBuilder;

/** Reads scopes and APIs: every property of IdentityServer4, with the defaults of the model. */
final class ResourceReader {
  private ResourceReader() {}

  static IdentityResource identityResource(Fields in) {
    IdentityResourceBuilder resource = IdentityResource.named(in.required("Name"));
    return resource
        .enabled(in.flag("Enabled", resource.enabled()))
        .displayName(in.text("DisplayName"))
        .description(in.text("Description"))
        .showInDiscoveryDocument(
            in.flag("ShowInDiscoveryDocument", resource.showInDiscoveryDocument()))
        .userClaims(in.texts("UserClaims"))
        .properties(in.map("Properties"))
        .required(in.flag("Required", resource.required()))
        .emphasize(in.flag("Emphasize", resource.emphasize()))
        .build();
  }

  static ApiScope apiScope(Fields in) {
    ApiScopeBuilder scope = ApiScope.named(in.required("Name"));
    return scope
        .enabled(in.flag("Enabled", scope.enabled()))
        .displayName(in.text("DisplayName"))
        .description(in.text("Description"))
        .showInDiscoveryDocument(
            in.flag("ShowInDiscoveryDocument", scope.showInDiscoveryDocument()))
        .userClaims(in.texts("UserClaims"))
        .properties(in.map("Properties"))
        .required(in.flag("Required", scope.required()))
        .emphasize(in.flag("Emphasize", scope.emphasize()))
        .build();
  }

  static ApiResource apiResource(Fields in) {
    ApiResourceBuilder resource = ApiResource.named(in.required("Name"));
    return resource
        .enabled(in.flag("Enabled", resource.enabled()))
        .displayName(in.text("DisplayName"))
        .description(in.text("Description"))
        .showInDiscoveryDocument(
            in.flag("ShowInDiscoveryDocument", resource.showInDiscoveryDocument()))
        .userClaims(in.texts("UserClaims"))
        .properties(in.map("Properties"))
        .apiSecrets(in.objects("ApiSecrets", SecretReader::read))
        .scopes(in.texts("Scopes"))
        .allowedAccessTokenSigningAlgorithms(
            in.choices("AllowedAccessTokenSigningAlgorithms", SigningAlgorithm.class))
        .requireResourceIndicator(
            in.flag("RequireResourceIndicator", resource.requireResourceIndicator()))
        .build();
  }
}
