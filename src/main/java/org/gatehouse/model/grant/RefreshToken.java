package org.gatehouse.model.grant;

import java.time.Instant;

/**
 * What a refresh token stands for (RFC 6749 §6). Tokens that replace one another are a family: they
 * share the grant.
 *
 * @param grant what was granted at first; a refresh may narrow an access token, never this
 * @param familyStart when the first token of the family was issued
 * @param generation number of the token in its family, from 0
 * @param expiresAt when this token ends
 */
public record RefreshToken(Grant grant, Instant familyStart, int generation, Instant expiresAt) {}
