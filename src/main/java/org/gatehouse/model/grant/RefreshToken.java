package org.gatehouse.model.grant;

import java.time.Instant;
import java.util.Map;

/**
 * What a refresh token stands for (RFC 6749 §6). Tokens that replace one another are a family: they
 * share the grant.
 *
 * @param grant what was granted at first; a refresh may narrow an access token, never this
 * @param familyStart when the first token of the family was issued
 * @param generation number of the token in its family, from 0
 * @param userClaims the user's claims for access tokens, as they were at first
 */
public record RefreshToken(
    Grant grant, Instant familyStart, int generation, Map<String, Object> userClaims) {
  public RefreshToken {
    userClaims = Map.copyOf(userClaims);
  }

  /** Without the claims: they are personal data. */
  @Override
  public String toString() {
    return "RefreshToken[" + grant.id() + ", " + generation + "]";
  }
}
