package org.gatehouse.model.grant;

import java.time.Duration;
import java.util.Optional;

/**
 * What an authorization code stands for (RFC 6749 §4.1.2).
 *
 * @param grant what the code is worth
 * @param redirectUri where it was sent
 * @param codeChallenge what it is bound to
 * @param nonce for the ID token (OIDC Core §3.1.3.6)
 * @param lifetime from issue to expiry
 */
public record AuthorizationCode(
    Grant grant,
    String redirectUri,
    Optional<CodeChallenge> codeChallenge,
    Optional<String> nonce,
    Duration lifetime) {}
