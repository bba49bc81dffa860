package org.gatehouse.crypto.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.model.SigningAlgorithm;

/**
 * Signing keys of the operator's own, from a PKCS12 keystore whose aliases become the {@code kid}.
 * Where several keys fit an algorithm, the one with the algorithm's name in its alias is meant.
 */
final class KeystoreKeys {
  private final KeyConfig.Keystore keystore;

  KeystoreKeys(KeyConfig.Keystore keystore) {
    this.keystore = keystore;
  }

  private record Entry(String alias, PublicKey publicKey, PrivateKey privateKey) {
    /** Whether type and curve fit, and the alias does not name another algorithm. */
    boolean fits(SigningAlgorithm algorithm) {
      JWSAlgorithm alg = JWSAlgorithm.parse(algorithm.name());
      boolean typeFits =
          publicKey instanceof ECPublicKey ec
              ? Curve.forJWSAlgorithm(alg) != null
                  && Curve.forJWSAlgorithm(alg).contains(Curve.forECParameterSpec(ec.getParams()))
              : algorithm.isRsa();
      String upper = alias.toUpperCase(Locale.ROOT);
      boolean namesAny =
          Arrays.stream(SigningAlgorithm.values()).anyMatch(any -> upper.contains(any.name()));
      return typeFits && (!namesAny || upper.contains(algorithm.name()));
    }

    SigningKey signingKey(SigningAlgorithm algorithm) {
      JWSAlgorithm alg = JWSAlgorithm.parse(algorithm.name());
      JWK jwk =
          publicKey instanceof ECPublicKey ec
              ? new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                  .privateKey(privateKey)
                  .keyUse(KeyUse.SIGNATURE)
                  .algorithm(alg)
                  .keyID(alias)
                  .build()
              : new RSAKey.Builder((RSAPublicKey) publicKey)
                  .privateKey(privateKey)
                  .keyUse(KeyUse.SIGNATURE)
                  .algorithm(alg)
                  .keyID(alias)
                  .build();
      return new SigningKey(alias, algorithm, jwk);
    }
  }

  /** One key for each of the algorithms. */
  List<SigningKey> read(List<SigningAlgorithm> algorithms) {
    List<Entry> entries = entries();
    Set<PublicKey> used = new HashSet<>();
    List<SigningKey> keys = new ArrayList<>();
    for (SigningAlgorithm algorithm : algorithms) {
      Entry entry = choose(entries, algorithm);
      SigningKey key = entry.signingKey(algorithm);
      require(
          used.add(entry.publicKey()), entry.alias(), "serves two algorithms; give each its own");
      require(Signatures.isPair(key), entry.alias(), "does not fit its certificate");
      keys.add(key);
    }
    return keys;
  }

  private Entry choose(List<Entry> entries, SigningAlgorithm algorithm) {
    List<Entry> fitting = entries.stream().filter(entry -> entry.fits(algorithm)).toList();
    if (fitting.isEmpty()) {
      throw fault("has no key for " + algorithm + "; add one or disable the algorithm");
    }
    if (fitting.size() > 1) {
      List<String> aliases = fitting.stream().map(Entry::alias).toList();
      throw fault(
          "has several keys for "
              + algorithm
              + " "
              + aliases
              + "; put the algorithm into the alias");
    }
    return fitting.get(0);
  }

  private List<Entry> entries() {
    char[] password = keystore.password().value().toCharArray();
    try (InputStream in = Files.newInputStream(keystore.location())) {
      KeyStore pkcs12 = KeyStore.getInstance("PKCS12");
      pkcs12.load(in, password);
      List<Entry> entries = new ArrayList<>();
      for (String alias : Collections.list(pkcs12.aliases())) {
        Certificate certificate = pkcs12.getCertificate(alias);
        if (pkcs12.getKey(alias, password) instanceof PrivateKey key && certificate != null) {
          entries.add(checked(new Entry(alias, certificate.getPublicKey(), key)));
        }
      }
      return entries;
    } catch (NoSuchFileException e) {
      throw fault("does not exist");
    } catch (IOException | GeneralSecurityException e) {
      throw fault("cannot be read: the password is wrong or it is not a PKCS12 file");
    }
  }

  private Entry checked(Entry entry) {
    KeyStrength.weakness(entry.publicKey())
        .ifPresent(weakness -> require(false, entry.alias(), weakness));
    return entry;
  }

  private void require(boolean condition, String alias, String otherwise) {
    if (!condition) {
      throw fault("has the key " + alias + ", which " + otherwise);
    }
  }

  private KeyMaterialException fault(String sentence) {
    return new KeyMaterialException("The keystore " + keystore.location() + " " + sentence + ".");
  }
}
