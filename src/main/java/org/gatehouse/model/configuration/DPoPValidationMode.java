package org.gatehouse.model.configuration;

/** What proves that a DPoP proof is fresh (RFC 9449 §4.3, §8). */
public enum DPoPValidationMode {
  /** The proof's {@code iat}. */
  IAT,
  /** A nonce of the server's. */
  NONCE,
  /** Both. */
  IAT_AND_NONCE
}
