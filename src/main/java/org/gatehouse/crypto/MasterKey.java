package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.ServerConfig;

/**
 * The key that seals all other keys at rest. It is a setting; only the demo and dev profiles make
 * one and keep it beside what it seals.
 */
@ApplicationScoped
public class MasterKey {
  static final String FILE = "master.key";

  private static final int BYTES = 32;

  private final KeyConfig keys;
  private final ServerConfig server;
  private final Once<SecretKey> key = new Once<>();

  @Inject
  public MasterKey(KeyConfig keys, ServerConfig server) {
    this.keys = keys;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  MasterKey() {
    this(null, null); // CDI client proxy
  }

  public String seal(Purpose purpose, byte[] plain) {
    SecretKey master = key.get(this::read);
    return Envelopes.seal(purpose, plain, id(master), master);
  }

  public Optional<byte[]> open(Purpose purpose, String envelope) {
    SecretKey master = key.get(this::read);
    return Envelopes.open(
        purpose, envelope, id -> Optional.of(master).filter(key -> id(key).equals(id)));
  }

  static KeyMaterialException unreadable(String what, String location) {
    return new KeyMaterialException(
        "The "
            + what
            + " in "
            + location
            + " is damaged or was sealed by another master key;"
            + " restore the file or the master key, or remove the file to have a new one made, which ends whatever the old key sealed or"
            + " signed.");
  }

  /** Tells master keys apart without telling anything about them. */
  private static String id(SecretKey key) {
    String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
    return Sha2.base64UrlSha256("gatehouse master key " + encoded).substring(0, 16);
  }

  private SecretKey read() {
    return keys.masterKey()
        .map(setting -> key(setting.value(), "setting"))
        .orElseGet(this::readOrMakeFile);
  }

  private SecretKey readOrMakeFile() {
    if (!server.profile().isForTrying()) {
      throw new KeyMaterialException(
          "The setting for the master key is missing; only the demo and dev profiles make one.");
    }
    PrivateDirectory directory = new PrivateDirectory(keys.directory());
    byte[] bytes = directory.read(FILE).orElseGet(() -> make(directory));
    return key(bytes, "file " + directory.resolve(FILE));
  }

  private static SecretKey key(byte[] bytes, String source) {
    if (bytes.length != BYTES) {
      throw new KeyMaterialException(
          "The master key of the " + source + " must have exactly 32 bytes.");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static byte[] make(PrivateDirectory directory) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    directory.create(FILE, bytes); // false: another process was first, its key counts
    return directory.read(FILE).orElse(bytes);
  }
}
