package org.gatehouse.model.grant;

/** What a code is bound to (RFC 7636 §4.2). */
public record CodeChallenge(String value, Method method) {

  /** How the challenge was made from the verifier. */
  public enum Method {
    PLAIN,
    S256
  }
}
