package org.gatehouse.crypto.signing;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.gatehouse.model.SigningAlgorithm;

/**
 * A key pair that signs by one algorithm only (RFC 8725 §3.1).
 *
 * @param kid its name in headers and in the published set (RFC 7517 §4.5)
 * @param jwk both halves
 */
public record SigningKey(String kid, SigningAlgorithm algorithm, JWK jwk) {
  /** The public half as others read it; when it was made is nobody else's business. */
  SigningKey published() {
    Map<String, Object> members = jwk.toPublicJWK().toJSONObject();
    List.of("iat", "nbf", "exp").forEach(members::remove);
    try {
      return new SigningKey(kid, algorithm, JWK.parse(members));
    } catch (ParseException e) {
      throw new IllegalStateException("the public half of " + this + " is no JWK", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid + ", " + algorithm + "]";
  }
}
