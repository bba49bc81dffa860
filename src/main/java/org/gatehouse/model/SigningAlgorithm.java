package org.gatehouse.model;

/**
 * Signature algorithms for tokens (RFC 7518 §3.1). The constant's name is the {@code alg} value.
 */
public enum SigningAlgorithm {
  RS256,
  RS384,
  RS512,
  PS256,
  PS384,
  PS512,
  ES256,
  ES384,
  ES512;

  /** Size in bits of the hash, which {@code at_hash} uses, too (OIDC Core §3.1.3.6). */
  public int hashBits() {
    return Integer.parseInt(name().substring(2));
  }

  /** Whether the key is an RSA key; else it is an elliptic-curve key. */
  public boolean isRsa() {
    return name().charAt(0) != 'E';
  }
}
