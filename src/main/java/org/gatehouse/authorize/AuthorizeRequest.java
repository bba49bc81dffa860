package org.gatehouse.authorize;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.Parameters;

/** An authorization request as it was sent (RFC 6749 §4.1.1, OIDC Core §3.1.2.1). */
public record AuthorizeRequest(Parameters parameters) {
  /** What a page has to bring back; whatever else was sent is ignored (RFC 6749 §3.1). */
  private static final Set<String> KNOWN =
      Set.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "response_mode",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method",
          "prompt",
          "max_age",
          "login_hint",
          "id_token_hint",
          "ui_locales",
          "acr_values",
          "display",
          "claims");

  public Optional<String> get(String name) {
    return parameters.get(name);
  }

  /** The parameters that mean something here. */
  Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>(parameters.asMap());
    known.keySet().retainAll(KNOWN);
    return known;
  }
}
