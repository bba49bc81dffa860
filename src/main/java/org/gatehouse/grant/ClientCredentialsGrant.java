package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.client.RegisteredResources;
import org.gatehouse.client.ScopeRules;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.GrantTypeName;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.token.RedemptionPlan;
import org.gatehouse.token.TokenOrder;

/** {@code client_credentials}: the client acts for itself (RFC 6749 §4.4). */
@ApplicationScoped
public class ClientCredentialsGrant implements GrantHandler {
  private final ScopeRules scopeRules;
  private final RegisteredResources resources;
  private final Handles handles;

  @Inject
  public ClientCredentialsGrant(
      ScopeRules scopeRules, RegisteredResources resources, Handles handles) {
    this.scopeRules = scopeRules;
    this.resources = resources;
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  ClientCredentialsGrant() {
    this(null, null, null); // CDI client proxy
  }

  @Override
  public String grantType() {
    return GrantTypeName.CLIENT_CREDENTIALS;
  }

  @Override
  public TokenOrder validate(TokenRequest request) {
    Client client = request.client();
    require(client.requireClientSecret(), Refusal.PUBLIC_CLIENT); // RFC 6749 §4.4
    Set<String> scopes =
        request.optional("scope").map(Scopes::parse).orElseGet(() -> allApiScopesOf(client));
    require(!scopes.isEmpty(), Refusal.SCOPE_MISSING);
    Resources asked = scopeRules.resolve(client, scopes);
    require(
        asked.identityResources().isEmpty() && !scopes.contains(Scopes.OFFLINE_ACCESS),
        Refusal.SCOPE_NEEDS_USER);
    Grant grant = new Grant(handles.nextId(), client.clientId(), scopes, Optional.empty());
    return TokenOrder.of(client, grant, Optional.empty(), new RedemptionPlan.None());
  }

  /**
   * Without {@code scope}: everything the client is allowed (RFC 6749 §3.3), as IdentityServer4.
   */
  private Set<String> allApiScopesOf(Client client) {
    Set<String> known =
        resources.find(client.allowedScopes()).apiScopes().stream()
            .map(scope -> scope.name())
            .collect(Collectors.toSet());
    return Collections.unmodifiableSet(known);
  }
}
