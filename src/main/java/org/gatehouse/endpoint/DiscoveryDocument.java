package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.authorize.Prompt;
import org.gatehouse.authorize.ResponseMode;
import org.gatehouse.client.ClientAuthenticationMethods;
import org.gatehouse.client.RegisteredResources;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.grant.GrantHandlers;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.Resources;

/**
 * What this server offers (OIDC Discovery §3, RFC 8414 §2), told from the registries that do the
 * work.
 */
@ApplicationScoped
public class DiscoveryDocument {
  private final ServerConfig server;
  private final GrantHandlers grants;
  private final ClientAuthenticationMethods authentication;
  private final RegisteredResources resources;
  private final SigningKeys keys;

  @Inject
  public DiscoveryDocument(
      ServerConfig server,
      GrantHandlers grants,
      ClientAuthenticationMethods authentication,
      RegisteredResources resources,
      SigningKeys keys) {
    this.server = server;
    this.grants = grants;
    this.authentication = authentication;
    this.resources = resources;
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  DiscoveryDocument() {
    this(null, null, null, null, null); // CDI client proxy
  }

  public JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    json.add("issuer", server.issuer());
    for (ProtocolEndpoint endpoint : ProtocolEndpoint.values()) {
      json.add(endpoint.member(), server.url(endpoint.path()));
    }
    Resources all = resources.all();
    json.add("scopes_supported", array(scopes(all)));
    json.add("claims_supported", array(claims(all)));
    json.add("response_types_supported", array(List.of("code")));
    json.add("response_modes_supported", array(values(ResponseMode.values(), ResponseMode::value)));
    json.add("grant_types_supported", array(grants.names()));
    json.add("subject_types_supported", array(List.of("public")));
    json.add("id_token_signing_alg_values_supported", array(algorithms()));
    json.add("token_endpoint_auth_methods_supported", array(authentication.names()));
    json.add("introspection_endpoint_auth_methods_supported", array(authentication.provingNames()));
    json.add("code_challenge_methods_supported", array(List.of("S256")));
    json.add("prompt_values_supported", array(values(Prompt.values(), Prompt::value)));
    json.add("authorization_response_iss_parameter_supported", true);
    json.add("claims_parameter_supported", false);
    json.add("request_parameter_supported", false);
    json.add("request_uri_parameter_supported", false); // it counts as true where it is left out
    return json.build();
  }

  private static Set<String> scopes(Resources all) {
    Set<String> names = new TreeSet<>();
    all.identityResources().stream()
        .filter(IdentityResource::showInDiscoveryDocument)
        .forEach(resource -> names.add(resource.name()));
    all.apiScopes().stream()
        .filter(ApiScope::showInDiscoveryDocument)
        .forEach(scope -> names.add(scope.name()));
    names.add(Scopes.OFFLINE_ACCESS);
    return names;
  }

  private static Set<String> claims(Resources all) {
    Set<String> names = new TreeSet<>();
    all.identityResources().stream()
        .filter(IdentityResource::showInDiscoveryDocument)
        .forEach(resource -> names.addAll(resource.userClaims()));
    return names;
  }

  private List<String> algorithms() {
    return keys.algorithms().stream().map(SigningAlgorithm::name).toList();
  }

  private static <T> List<String> values(T[] constants, Function<T, String> value) {
    return Stream.of(constants).map(value).toList();
  }

  private static JsonArrayBuilder array(Collection<String> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(array::add);
    return array;
  }
}
