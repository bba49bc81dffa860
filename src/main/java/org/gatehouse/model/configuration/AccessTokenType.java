package org.gatehouse.model.configuration;

/** How an access token carries its content: within itself, or as a handle to it. */
public enum AccessTokenType {
  /** A signed JWT (RFC 9068). */
  JWT,
  /** A handle that resources resolve by introspection (RFC 7662). */
  REFERENCE
}
