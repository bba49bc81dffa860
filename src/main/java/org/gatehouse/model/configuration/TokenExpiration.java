package org.gatehouse.model.configuration;

/** How long a refresh token lives. The order is that of IdentityServer4's numbers. */
public enum TokenExpiration {
  /** Every use renews the life time, up to the absolute one. */
  SLIDING,
  /** A fixed point of time, set when the first token of the family is issued. */
  ABSOLUTE
}
