package org.gatehouse.authorize;

import java.util.Set;

/** What a user allowed on the consent page, for the request at hand only. */
public record ConsentDecision(String subject, Set<String> scopes) {
  public ConsentDecision {
    scopes = Set.copyOf(scopes);
  }
}
