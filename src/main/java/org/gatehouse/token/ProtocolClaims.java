package org.gatehouse.token;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Claims that the protocol itself sets: no profile and no client configuration may forge them. */
final class ProtocolClaims {
  /** RFC 7519 §4.1, RFC 9068 §2.2, OIDC Core §2, and our own {@code grant_id}. */
  private static final Set<String> NAMES =
      Set.of(
          "iss",
          "sub",
          "aud",
          "exp",
          "nbf",
          "iat",
          "jti",
          "client_id",
          "scope",
          "azp",
          "nonce",
          "auth_time",
          "acr",
          "amr",
          "idp",
          "sid",
          "at_hash",
          "c_hash",
          "s_hash",
          "cnf",
          "act",
          "may_act",
          "grant_id");

  private ProtocolClaims() {}

  /** Adds what does not touch a protocol claim, in the order of the names. */
  static void addOthers(Map<String, Object> claims, Map<String, Object> others) {
    new TreeMap<>(others)
        .forEach(
            (name, value) -> {
              if (!NAMES.contains(name)) {
                claims.put(name, value);
              }
            });
  }
}
