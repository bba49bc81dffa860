package org.gatehouse.crypto;

import com.nimbusds.jose.jwk.JWK;
import org.gatehouse.model.SigningAlgorithm;

/**
 * A key pair that signs by one algorithm only (RFC 8725 §3.1).
 *
 * @param kid its name in headers and in the published set (RFC 7517 §4.5)
 * @param jwk both halves
 */
public record SigningKey(String kid, SigningAlgorithm algorithm, JWK jwk) {
  @Override
  public String toString() {
    return "SigningKey[" + kid + ", " + algorithm + "]";
  }
}
