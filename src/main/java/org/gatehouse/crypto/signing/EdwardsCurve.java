package org.gatehouse.crypto.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;

/**
 * EdDSA on the curve Ed25519 (RFC 8037) by Java's own provider, since the JOSE library needs
 * another library for it.
 */
final class EdwardsCurve {
  private static final String NAME = "Ed25519";
  private static final int BYTES = 32;

  /** What stands before the 32 bytes of a key in its encodings (RFC 8410 §4, §7). */
  private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private EdwardsCurve() {}

  static OctetKeyPair generate(Instant created, Instant activates) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
      Base64URL x = Base64URL.encode(tail(pair.getPublic().getEncoded()));
      Base64URL d = Base64URL.encode(tail(pair.getPrivate().getEncoded()));
      return new OctetKeyPair.Builder(Curve.Ed25519, x)
          .d(d)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.EdDSA)
          .keyIDFromThumbprint() // RFC 7638
          .issueTime(Date.from(created))
          .notBeforeTime(Date.from(activates))
          .build();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  static boolean verifies(JWK key, byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(NAME);
      verifier.initVerify(publicKey(key));
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether a JWK is one of this curve that Java can use. */
  static boolean isKey(JWK key) {
    try {
      return publicKey(key).getAlgorithm() != null;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static JWSSigner signer(JWK key) {
    try {
      byte[] d = key.toOctetKeyPair().getDecodedD();
      PrivateKey half =
          KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE, d)));
      return new Signer(half);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign by " + key.getKeyID(), e);
    }
  }

  private static PublicKey publicKey(JWK key) throws GeneralSecurityException {
    if (!(key instanceof OctetKeyPair pair)
        || !Curve.Ed25519.equals(pair.getCurve())
        || pair.getDecodedX().length != BYTES) {
      throw new GeneralSecurityException("not on Ed25519");
    }
    byte[] encoded = join(PUBLIC, pair.getDecodedX());
    return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static byte[] tail(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
  }

  private static byte[] join(byte[] beginning, byte[] end) {
    byte[] all = Arrays.copyOf(beginning, beginning.length + end.length);
    System.arraycopy(end, 0, all, beginning.length, end.length);
    return all;
  }

  private static final class Signer implements JWSSigner {
    private final PrivateKey key;
    private final JCAContext context = new JCAContext();

    Signer(PrivateKey key) {
      this.key = key;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
      try {
        Signature signature = Signature.getInstance(NAME);
        signature.initSign(key);
        signature.update(input);
        return Base64URL.encode(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new JOSEException("Ed25519 failed", e);
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(JWSAlgorithm.EdDSA);
    }

    @Override
    public JCAContext getJCAContext() {
      return context;
    }
  }
}
