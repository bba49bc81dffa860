package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.model.SigningAlgorithm;

/** Signing keys that we make ourselves, one an algorithm, and keep sealed by the master key. */
final class MadeKeys {
  private static final Logger LOG = System.getLogger(MadeKeys.class.getName());
  private static final int RSA_BITS = 2048;

  private final SigningKeyStore store;
  private final MasterKey master;
  private final Clock clock;

  MadeKeys(SigningKeyStore store, MasterKey master, Clock clock) {
    this.store = store;
    this.master = master;
    this.clock = clock;
  }

  /** All kept keys, oldest first; one is made for each of the algorithms that has none. */
  List<SigningKey> read(List<SigningAlgorithm> algorithms) {
    List<SigningKey> kept = openAll();
    List<SigningAlgorithm> missing = missing(algorithms, kept);
    if (missing.isEmpty()) {
      return kept;
    }
    missing.forEach(this::make);
    List<SigningKey> all = openAll(); // another node may have been first
    if (!missing(algorithms, all).isEmpty()) {
      throw new KeyMaterialException(
          "The signing key in "
              + store.location(firstSlot(missing.get(0)))
              + " was kept but cannot be found again.");
    }
    return all;
  }

  private static List<SigningAlgorithm> missing(
      List<SigningAlgorithm> algorithms, List<SigningKey> keys) {
    List<SigningAlgorithm> present = keys.stream().map(SigningKey::algorithm).toList();
    return algorithms.stream().filter(Predicate.not(present::contains)).toList();
  }

  private static String firstSlot(SigningAlgorithm algorithm) {
    return algorithm + "-1";
  }

  private void make(SigningAlgorithm algorithm) {
    JWK key = generate(algorithm);
    byte[] plain = key.toJSONString().getBytes(UTF_8);
    String envelope = master.seal(Purpose.SIGNING_KEY, plain);
    if (store.create(new SealedKey(firstSlot(algorithm), envelope))) {
      LOG.log(Level.INFO, "Made a signing key for {0}, kid {1}", algorithm, key.getKeyID());
    }
  }

  private JWK generate(SigningAlgorithm algorithm) {
    JWSAlgorithm alg = JWSAlgorithm.parse(algorithm.name());
    JWKGenerator<? extends JWK> generator =
        algorithm.isRsa()
            ? new RSAKeyGenerator(RSA_BITS)
            : new ECKeyGenerator(Curve.forJWSAlgorithm(alg).iterator().next());
    try {
      return generator
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(alg)
          .keyIDFromThumbprint(true) // RFC 7638
          .issueTime(Date.from(clock.instant()))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key pair for " + algorithm, e);
    }
  }

  private List<SigningKey> openAll() {
    return store.findAll().stream()
        .map(this::open)
        .sorted(comparing((SigningKey key) -> key.jwk().getIssueTime()))
        .toList();
  }

  private SigningKey open(SealedKey sealed) {
    return master
        .open(Purpose.SIGNING_KEY, sealed.envelope())
        .flatMap(MadeKeys::parse)
        .filter(key -> sealed.slot().startsWith(key.algorithm() + "-"))
        .orElseThrow(() -> MasterKey.unreadable("signing key", store.location(sealed.slot())));
  }

  private static Optional<SigningKey> parse(byte[] plain) {
    try {
      JWK key = JWK.parse(new String(plain, UTF_8));
      SigningAlgorithm algorithm = SigningAlgorithm.valueOf(key.getAlgorithm().getName());
      return Optional.of(new SigningKey(key.getKeyID(), algorithm, key));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
