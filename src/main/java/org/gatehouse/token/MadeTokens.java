package org.gatehouse.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handle;

/**
 * Tokens that are signed, and that nobody has yet.
 *
 * @param accessToken the access token
 * @param expiresIn its life
 * @param scopes what it is worth
 * @param idToken where the client asked for {@code openid}
 * @param userClaims the user's claims for access tokens
 * @param issuedAt when they were made
 */
public record MadeTokens(
    String accessToken,
    Duration expiresIn,
    Set<String> scopes,
    Optional<String> idToken,
    Map<String, Object> userClaims,
    Instant issuedAt) {

  /** The answer with these tokens. */
  public TokenResponse answer(Optional<Handle> refreshToken) {
    return new TokenResponse(accessToken, expiresIn, scopes, refreshToken, idToken);
  }

  /** Without the tokens and the claims. */
  @Override
  public String toString() {
    return "MadeTokens" + scopes;
  }
}
