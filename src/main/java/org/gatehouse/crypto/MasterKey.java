package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.ServerConfig;

/** The key that seals all other keys at rest, and former ones that open what they sealed. */
@ApplicationScoped
public class MasterKey {
  private final KeyConfig keys;
  private final ServerConfig server;
  private final Once<Loaded> loaded = new Once<>();

  @Inject
  public MasterKey(KeyConfig keys, ServerConfig server) {
    this.keys = keys;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  MasterKey() {
    this(null, null); // CDI client proxy
  }

  private record Loaded(String id, SecretKey sealing, Map<String, SecretKey> byId) {}

  public String seal(Purpose purpose, byte[] plain) {
    Loaded master = loaded();
    return Envelopes.seal(purpose, plain, master.id(), master.sealing());
  }

  public Optional<byte[]> open(Purpose purpose, String envelope) {
    Map<String, SecretKey> byId = loaded().byId();
    return Envelopes.open(purpose, envelope, id -> Optional.ofNullable(byId.get(id)));
  }

  /** Whether the envelope names the key that seals now, not a former one. */
  boolean sealed(Purpose purpose, String envelope) {
    return Envelopes.keyId(purpose, envelope).filter(loaded().id()::equals).isPresent();
  }

  private Loaded loaded() {
    return loaded.get(
        () -> {
          MasterKeySource source = new MasterKeySource(keys, server.profile());
          SecretKey sealing = source.sealing();
          Map<String, SecretKey> byId = new LinkedHashMap<>();
          byId.put(id(sealing), sealing);
          source.opening().forEach(key -> byId.put(id(key), key));
          return new Loaded(id(sealing), sealing, Map.copyOf(byId));
        });
  }

  /** Tells master keys apart without telling anything about them. */
  private static String id(SecretKey key) {
    String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
    return Sha2.base64UrlSha256("gatehouse master key " + encoded).substring(0, 16);
  }
}
