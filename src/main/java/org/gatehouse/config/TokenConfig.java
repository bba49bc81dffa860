package org.gatehouse.config;

import java.time.Duration;

/**
 * How tokens look.
 *
 * @param accessTokenJwtType the {@code typ} header of access tokens (RFC 9068 §2.1)
 * @param scopesAsString true: {@code scope} is one string (RFC 9068 §2.2.3); false: an array, as
 *     IdentityServer4 writes it
 * @param staticAudience true: {@code <issuer>/resources} is in every access token's audience
 * @param clockSkew tolerance when our own tokens come back
 * @param refreshRetryWindow how long the use of a refresh token has the same answer again; zero: it
 *     is a replay at once
 */
public record TokenConfig(
    String accessTokenJwtType,
    boolean scopesAsString,
    boolean staticAudience,
    Duration clockSkew,
    Duration refreshRetryWindow) {}
