package org.gatehouse.crypto.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.util.Base64URL;
import org.gatehouse.model.SigningAlgorithm;

/** Signatures made and checked by one key (RFC 7515 §5). */
final class Signatures {
  private Signatures() {}

  static JWSHeader.Builder header(SigningKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.parse(key.algorithm().name())).keyID(key.kid());
  }

  static JWSSigner signer(SigningKey key) {
    if (key.algorithm() == SigningAlgorithm.EdDSA) {
      return EdwardsCurve.signer(key.jwk());
    }
    try {
      JWSAlgorithm alg = JWSAlgorithm.parse(key.algorithm().name());
      return new DefaultJWSSignerFactory().createJWSSigner(key.jwk(), alg);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign by " + key, e);
    }
  }

  static boolean verifies(SigningKey key, JWSHeader header, byte[] signed, Base64URL signature) {
    if (key.algorithm() == SigningAlgorithm.EdDSA) {
      return EdwardsCurve.verifies(key.jwk(), signed, signature.decode());
    }
    try {
      return new DefaultJWSVerifierFactory()
          .createJWSVerifier(header, ((AsymmetricJWK) key.jwk()).toPublicKey())
          .verify(header, signed, signature);
    } catch (JOSEException e) {
      return false;
    }
  }

  /** Whether the private half belongs to the public one. */
  static boolean isPair(SigningKey key) {
    JWSHeader header = header(key).build();
    byte[] sample = {1, 2, 3};
    try {
      return verifies(key, header, sample, signer(key).sign(header, sample));
    } catch (JOSEException e) {
      return false;
    }
  }
}
