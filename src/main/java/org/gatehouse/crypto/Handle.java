package org.gatehouse.crypto;

/**
 * A secret that only its holder has: a code, a refresh token, a session cookie (RFC 6749 §10.10).
 * Stores see its hash.
 */
public record Handle(String value) {
  /** What stores keep in its place. */
  public HashedHandle hashed() {
    return new HashedHandle(Sha2.base64UrlSha256(value));
  }

  @Override
  public String toString() {
    return "Handle[***]";
  }
}
