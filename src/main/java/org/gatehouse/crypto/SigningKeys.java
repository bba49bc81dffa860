package org.gatehouse.crypto;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.model.SigningAlgorithm;

/** The keys that sign our tokens, and their public halves as others see them (RFC 7517 §5). */
@ApplicationScoped
public class SigningKeys {
  private final SigningKeyStore store;
  private final MasterKey master;
  private final KeyConfig config;
  private final Clock clock;
  private final Once<Loaded> loaded = new Once<>();

  @Inject
  public SigningKeys(SigningKeyStore store, MasterKey master, KeyConfig config, Clock clock) {
    this.store = store;
    this.master = master;
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  SigningKeys() {
    this(null, null, null, null); // CDI client proxy
  }

  /** Everything that was read, once. */
  private record Loaded(
      Map<SigningAlgorithm, SigningKey> current, Map<String, SigningKey> byId, String jwks) {

    /** Of several keys of one algorithm the last one signs. */
    static Loaded of(List<SigningKey> keys) {
      Map<SigningAlgorithm, SigningKey> current = new EnumMap<>(SigningAlgorithm.class);
      Map<String, SigningKey> byId = new HashMap<>();
      for (SigningKey key : keys) {
        current.put(key.algorithm(), key);
        if (byId.put(key.kid(), key) != null) {
          throw new KeyMaterialException("Two signing keys have the name " + key.kid() + ".");
        }
      }
      List<JWK> published =
          keys.stream()
              .sorted(Comparator.comparing(SigningKey::algorithm))
              .map(SigningKey::jwk)
              .toList();
      return new Loaded(
          Map.copyOf(current), Map.copyOf(byId), new JWKSet(published).toString(true));
    }
  }

  /** Reads the keys, and makes those that are missing. Called at the start. */
  public void load() {
    loaded();
  }

  /** The key that signs by this algorithm, which must be an enabled one. */
  public SigningKey current(SigningAlgorithm algorithm) {
    if (!supports(algorithm)) {
      throw new IllegalArgumentException(algorithm + " is not enabled");
    }
    return Optional.ofNullable(loaded().current().get(algorithm)).orElseThrow();
  }

  /** The enabled algorithms; the first is the default. */
  public List<SigningAlgorithm> algorithms() {
    return config.algorithms();
  }

  public boolean supports(SigningAlgorithm algorithm) {
    return config.algorithms().contains(algorithm);
  }

  /** A key by its name, also one of an algorithm that is enabled no longer. */
  public Optional<SigningKey> find(String kid) {
    return Optional.ofNullable(loaded().byId().get(kid));
  }

  /** The published JWK Set, as JSON. */
  public String jwks() {
    return loaded().jwks();
  }

  private Loaded loaded() {
    return loaded.get(this::read);
  }

  private Loaded read() {
    List<SigningKey> keys =
        config
            .keystore()
            .map(keystore -> new KeystoreKeys(keystore).read(config.algorithms()))
            .orElseGet(() -> new MadeKeys(store, master, clock).read(config.algorithms()));
    return Loaded.of(keys);
  }
}
