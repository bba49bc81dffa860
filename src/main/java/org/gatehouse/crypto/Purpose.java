package org.gatehouse.crypto;

import java.util.Locale;

/**
 * What an envelope is for. One that was sealed for another purpose does not open (RFC 8725 §3.11).
 * Renaming a constant makes every envelope of that purpose unreadable.
 */
public enum Purpose {
  /** The state of a sign-in or consent page. */
  INTERACTION,
  /** The details that the error page shows. */
  ERROR,
  /** The state of a sign-out page. */
  LOGOUT,
  /** The content of a stored grant. */
  GRANT,
  /** What all nodes must be able to open. */
  CANARY,
  /** A signing key at rest. */
  SIGNING_KEY,
  /** A data-protection key at rest. */
  DATA_KEY,
  /** A mark on keys at rest. */
  KEY_MARK;

  private final String wireName = "gatehouse-" + name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The {@code typ} header of its envelopes (RFC 7516 §4.1.11). */
  public String wireName() {
    return wireName;
  }
}
