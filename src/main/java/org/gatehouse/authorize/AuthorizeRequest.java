package org.gatehouse.authorize;

import java.util.Optional;
import org.gatehouse.model.Parameters;

/** An authorization request as it was sent (RFC 6749 §4.1.1, OIDC Core §3.1.2.1). */
public record AuthorizeRequest(Parameters parameters) {
  public Optional<String> get(String name) {
    return parameters.get(name);
  }
}
