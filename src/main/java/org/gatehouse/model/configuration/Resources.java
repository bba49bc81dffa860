package org.gatehouse.model.configuration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Scopes and the APIs behind them: all of a server, or those of one request.
 *
 * @param identityResources scopes that stand for claims about the user (OIDC Core §5.4)
 * @param apiScopes scopes that stand for parts of APIs (RFC 6749 §3.3)
 * @param apiResources APIs, which become audiences (RFC 9068 §2.2)
 */
public record Resources(
    List<IdentityResource> identityResources,
    List<ApiScope> apiScopes,
    List<ApiResource> apiResources) {
  public Resources {
    identityResources = List.copyOf(identityResources);
    apiScopes = List.copyOf(apiScopes);
    apiResources = List.copyOf(apiResources);
  }

  /** The same without what is not enabled. */
  public Resources enabled() {
    return new Resources(
        identityResources.stream().filter(IdentityResource::enabled).toList(),
        apiScopes.stream().filter(ApiScope::enabled).toList(),
        apiResources.stream().filter(ApiResource::enabled).toList());
  }

  /** The resources of these scopes, with the APIs that hold one of them. */
  public Resources of(Set<String> scopes) {
    return new Resources(
        identityResources.stream().filter(each -> scopes.contains(each.name())).toList(),
        apiScopes.stream().filter(each -> scopes.contains(each.name())).toList(),
        apiResources.stream()
            .filter(api -> api.scopes().stream().anyMatch(scopes::contains))
            .toList());
  }

  /** Names of all scopes, identity resources first, each in the order configured. */
  public Set<String> scopeNames() {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(
            identityResources.stream().map(IdentityResource::name),
            apiScopes.stream().map(ApiScope::name))
        .forEach(names::add);
    return names;
  }

  public Optional<IdentityResource> identityResource(String scope) {
    return identityResources.stream().filter(each -> each.name().equals(scope)).findFirst();
  }

  public Optional<ApiScope> apiScope(String scope) {
    return apiScopes.stream().filter(each -> each.name().equals(scope)).findFirst();
  }

  public Optional<ApiResource> apiResource(String name) {
    return apiResources.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The APIs that hold the scope. */
  public List<ApiResource> apiResourcesOf(String scope) {
    return apiResources.stream().filter(api -> api.scopes().contains(scope)).toList();
  }
}
