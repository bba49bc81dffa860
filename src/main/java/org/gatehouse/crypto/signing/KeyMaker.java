package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.Date;
import org.gatehouse.model.SigningAlgorithm;

/** Makes key pairs, each for one algorithm. */
final class KeyMaker {
  private static final int RSA_BITS = 2048;

  private KeyMaker() {}

  /** A new key at rest: a JWK with both halves (RFC 7517 §4), times in whole seconds. */
  static byte[] make(SigningAlgorithm algorithm, Instant created, Instant activates) {
    return generate(algorithm, created, activates).toJSONString().getBytes(UTF_8);
  }

  private static JWK generate(SigningAlgorithm algorithm, Instant created, Instant activates) {
    JWSAlgorithm alg = JWSAlgorithm.parse(algorithm.name());
    if (algorithm == SigningAlgorithm.EdDSA) {
      return EdwardsCurve.generate(created, activates);
    }
    JWKGenerator<? extends JWK> generator =
        algorithm.isRsa()
            ? new RSAKeyGenerator(RSA_BITS)
            : new ECKeyGenerator(Curve.forJWSAlgorithm(alg).iterator().next());
    try {
      return generator
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(alg)
          .keyIDFromThumbprint(true) // RFC 7638
          .issueTime(Date.from(created))
          .notBeforeTime(Date.from(activates))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key pair for " + algorithm, e);
    }
  }
}
