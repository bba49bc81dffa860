package org.gatehouse.token;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.Grant;

/**
 * A validated token request: what is to be issued. Made by a grant handler, which has judged
 * everything; the issuer judges nothing.
 *
 * @param client the authenticated client
 * @param grant what the new tokens are worth
 * @param nonce for the ID token (OIDC Core §3.1.3.6)
 * @param redemption what is used up for the tokens, and what is kept of them
 * @param userClaims the user's claims for the access token where an earlier one fixed them; empty:
 *     read anew
 */
public record TokenOrder(
    Client client,
    Grant grant,
    Optional<String> nonce,
    RedemptionPlan redemption,
    Optional<Map<String, Object>> userClaims) {

  /** An order for a new grant. */
  public static TokenOrder of(
      Client client, Grant grant, Optional<String> nonce, RedemptionPlan redemption) {
    return new TokenOrder(client, grant, nonce, redemption, Optional.empty());
  }

  /** Without the claims: they are personal data. */
  @Override
  public String toString() {
    return "TokenOrder[" + client + ", " + grant.id() + "]";
  }
}
