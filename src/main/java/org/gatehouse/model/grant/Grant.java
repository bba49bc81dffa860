package org.gatehouse.model.grant;

import java.util.Optional;
import java.util.Set;

/**
 * What was granted, to which client and for whom. All tokens of one authorization carry its id, so
 * that they can be revoked together.
 *
 * @param id random identifier of the authorization
 * @param clientId the client
 * @param scopes what was granted
 * @param signOn the user; empty where the client acts for itself
 */
public record Grant(String id, String clientId, Set<String> scopes, Optional<SignOn> signOn) {
  public Grant {
    scopes = Set.copyOf(scopes);
  }

  /** The same grant, narrowed (RFC 6749 §6). */
  public Grant withScopes(Set<String> narrowed) {
    return new Grant(id, clientId, narrowed, signOn);
  }

  public boolean includes(String scope) {
    return scopes.contains(scope);
  }
}
