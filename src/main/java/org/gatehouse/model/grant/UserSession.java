package org.gatehouse.model.grant;

import java.time.Instant;

/** A user's sign-on session in one browser, from sign-in to sign-out or expiry. */
public record UserSession(SignOn signOn, Instant expiresAt) {}
