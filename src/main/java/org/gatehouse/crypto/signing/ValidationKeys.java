package org.gatehouse.crypto.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.model.SigningAlgorithm;

/**
 * Public keys of the operator's own that verify and never sign, from a JWK Set, or from the
 * certificates of a PKCS12 keystore, whose aliases become the {@code kid}.
 */
final class ValidationKeys {
  private final KeyConfig.Keystore source;

  ValidationKeys(KeyConfig.Keystore source) {
    this.source = source;
  }

  List<SigningKey> read() {
    try (InputStream in = Files.newInputStream(source.location())) {
      return source.password().value().isEmpty() ? jwks(in) : certificates(in);
    } catch (IOException | GeneralSecurityException | ParseException e) {
      throw fault("cannot be read: it is no JWK Set, or no PKCS12 keystore of this password");
    }
  }

  private List<SigningKey> jwks(InputStream in) throws IOException, ParseException {
    List<SigningKey> keys = new ArrayList<>();
    for (JWK jwk : JWKSet.load(in).getKeys()) {
      Optional<SigningAlgorithm> algorithm =
          Arrays.stream(SigningAlgorithm.values())
              .filter(each -> JWSAlgorithm.parse(each.name()).equals(jwk.getAlgorithm()))
              .findFirst();
      if (jwk.isPrivate() || !(jwk instanceof AsymmetricJWK)) {
        throw fault("has a key that is not public only");
      }
      if (algorithm.isEmpty() || jwk.getKeyID() == null) {
        throw fault("has a key without kid, or without an alg that tokens are signed with");
      }
      if (algorithm.get() != SigningAlgorithm.EdDSA) {
        requireStrong(jwk.getKeyID(), publicKey(jwk));
      } else if (!EdwardsCurve.isKey(jwk)) {
        throw fault("has the key " + jwk.getKeyID() + ", which is not on Ed25519");
      }
      keys.add(new SigningKey(jwk.getKeyID(), algorithm.get(), jwk));
    }
    return keys;
  }

  private List<SigningKey> certificates(InputStream in)
      throws IOException, GeneralSecurityException {
    KeyStore pkcs12 = KeyStore.getInstance("PKCS12");
    pkcs12.load(in, source.password().value().toCharArray());
    List<SigningKey> keys = new ArrayList<>();
    for (String alias : Collections.list(pkcs12.aliases())) {
      if (pkcs12.getCertificate(alias) instanceof X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        requireStrong(alias, key);
        SigningAlgorithm algorithm = algorithm(alias, key);
        keys.add(new SigningKey(alias, algorithm, jwk(key, alias, algorithm)));
      }
    }
    return keys;
  }

  /** The one that the alias names; else the usual one of that kind of key. */
  private static SigningAlgorithm algorithm(String alias, PublicKey key) {
    String upper = alias.toUpperCase(Locale.ROOT);
    return Arrays.stream(SigningAlgorithm.values())
        .filter(each -> upper.contains(each.name().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(() -> usual(key));
  }

  private static SigningAlgorithm usual(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      Curve curve = Curve.forECParameterSpec(ec.getParams());
      return Arrays.stream(SigningAlgorithm.values())
          .filter(each -> each.name().startsWith("ES"))
          .filter(each -> Curve.forJWSAlgorithm(JWSAlgorithm.parse(each.name())).contains(curve))
          .findFirst()
          .orElse(SigningAlgorithm.ES256); // a curve that is refused anyway
    }
    return SigningAlgorithm.RS256;
  }

  private static JWK jwk(PublicKey key, String kid, SigningAlgorithm algorithm) {
    JWSAlgorithm alg = JWSAlgorithm.parse(algorithm.name());
    return key instanceof ECPublicKey ec
        ? new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(alg)
            .keyID(kid)
            .build()
        : new RSAKey.Builder((RSAPublicKey) key)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(alg)
            .keyID(kid)
            .build();
  }

  private void requireStrong(String kid, PublicKey key) {
    KeyStrength.weakness(key)
        .ifPresent(
            weakness -> {
              throw fault("has the key " + kid + ", which " + weakness);
            });
  }

  private PublicKey publicKey(JWK jwk) {
    try {
      return ((AsymmetricJWK) jwk).toPublicKey();
    } catch (JOSEException e) {
      throw fault("has the key " + jwk.getKeyID() + ", which this Java does not know");
    }
  }

  private KeyMaterialException fault(String sentence) {
    return new KeyMaterialException(
        "The file of validation keys, " + source.location() + ", " + sentence + ".");
  }
}
