package org.gatehouse.model;

/**
 * Signature algorithms for tokens (RFC 7518 §3.1, RFC 8037 §3.1 on Ed25519). The constant's name is
 * the {@code alg} value.
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
  ES512,
  EdDSA;

  /** Size in bits of the hash, which {@code at_hash} uses, too (OIDC Core §3.1.3.6). */
  public int hashBits() {
    return this == EdDSA ? 512 : Integer.parseInt(name().substring(2)); // RFC 8032 §5.1: SHA-512
  }

  /** Whether the key is an RSA key; else it is one on a curve. */
  public boolean isRsa() {
    return name().charAt(0) != 'E';
  }
}
