package org.gatehouse.authorize;

import java.util.Optional;

/**
 * Where a response may be sent: a redirect URI that the client registered. Whoever holds one may
 * redirect an error (RFC 6749 §4.1.2.1).
 *
 * @param redirectUri exactly as registered
 * @param mode how the response travels
 * @param state the client's own, sent back unchanged
 */
public record ResponseTarget(String redirectUri, ResponseMode mode, Optional<String> state) {}
