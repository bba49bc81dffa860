package org.gatehouse.model.configuration;

/** What a use does to a refresh token's handle. The order is that of IdentityServer4's numbers. */
public enum TokenUsage {
  /** The handle stays. */
  RE_USE,
  /** Every use gives a new handle and ends the old one (RFC 9700 §4.14.2). */
  ONE_TIME_ONLY
}
