package org.gatehouse.model.grant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A remembered decision of a user (OIDC Core §3.1.2.4).
 *
 * @param expiresAt when it is asked again; empty: never
 */
public record Consent(
    String subject, String clientId, Set<String> scopes, Optional<Instant> expiresAt) {
  public Consent {
    scopes = Set.copyOf(scopes);
  }
}
