package org.gatehouse.client;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;

/** Which scopes a client may ask for (RFC 6749 §3.3). */
@ApplicationScoped
public class ScopeRules {
  private final RegisteredResources resources;

  @Inject
  public ScopeRules(RegisteredResources resources) {
    this.resources = resources;
  }

  @SuppressWarnings("NullAway")
  ScopeRules() {
    this(null); // CDI client proxy
  }

  /** The resources behind the scopes; refuses a scope that is unknown or not the client's. */
  public Resources resolve(Client client, Set<String> scopes) {
    Set<String> named = new HashSet<>(scopes);
    if (named.remove(Scopes.OFFLINE_ACCESS)) {
      require(client.allowOfflineAccess(), Refusal.SCOPE_NOT_ALLOWED);
    }
    Resources found = resources.find(named);
    require(found.scopeNames().containsAll(named), Refusal.SCOPE_UNKNOWN);
    require(client.allowedScopes().containsAll(named), Refusal.SCOPE_NOT_ALLOWED);
    return found;
  }
}
