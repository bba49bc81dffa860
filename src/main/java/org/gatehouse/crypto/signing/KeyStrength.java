package org.gatehouse.crypto.signing;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** What a key from outside must be, to be trusted with signatures. */
final class KeyStrength {
  private static final int MIN_RSA_BITS = 2048; // RFC 7518 §3.3

  private static final List<Curve> CURVES = List.of(Curve.P_256, Curve.P_384, Curve.P_521);

  private KeyStrength() {}

  /** Why a key cannot be used, to follow "which"; empty where it can. */
  static Optional<String> weakness(PublicKey key) {
    if (key instanceof RSAPublicKey rsa && key.getAlgorithm().equals("RSA")) {
      return rsaWeakness(rsa);
    }
    boolean known =
        key instanceof ECPublicKey ec
            && CURVES.stream()
                .anyMatch(curve -> curve.equals(Curve.forECParameterSpec(ec.getParams())));
    return known ? Optional.empty() : Optional.of("is neither RSA nor on P-256, P-384 or P-521");
  }

  private static Optional<String> rsaWeakness(RSAPublicKey rsa) {
    BigInteger exponent = rsa.getPublicExponent();
    if (rsa.getModulus().bitLength() < MIN_RSA_BITS) {
      return Optional.of("is weak: an RSA key needs 2048 bits or more");
    }
    return exponent.testBit(0) && exponent.compareTo(BigInteger.ONE) > 0
        ? Optional.empty()
        : Optional.of("is weak: the exponent must be odd and more than 1");
  }
}
