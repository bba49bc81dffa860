package org.gatehouse.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.ServerConfig.Profile;

/**
 * Where master keys come from: a setting or a PKCS12 keystore; only the demo and dev profiles make
 * one and keep it beside what it seals.
 */
final class MasterKeySource {
  static final String FILE = "master.key";

  private static final int BYTES = 32;

  private final KeyConfig keys;
  private final Profile profile;

  MasterKeySource(KeyConfig keys, Profile profile) {
    this.keys = keys;
    this.profile = profile;
  }

  /** The key that seals. */
  SecretKey sealing() {
    return keys.master()
        .keystore()
        .map(this::named)
        .or(() -> keys.master().key().map(setting -> key(setting.value(), "setting")))
        .orElseGet(this::readOrMakeFile);
  }

  /** Former keys, which only open. */
  List<SecretKey> opening() {
    List<SecretKey> all = new ArrayList<>();
    keys.master().previous().forEach(each -> all.add(key(each.value(), "setting")));
    keys.master().keystore().ifPresent(keystore -> all.addAll(entries(keystore).values()));
    return all;
  }

  private SecretKey named(KeyConfig.Keystore keystore) {
    SecretKey key = entries(keystore).get(keys.master().alias());
    if (key == null) {
      throw fault(keystore, "has no AES key of 256 bits under the alias " + keys.master().alias());
    }
    return key;
  }

  private static Map<String, SecretKey> entries(KeyConfig.Keystore keystore) {
    char[] password = keystore.password().value().toCharArray();
    try (InputStream in = Files.newInputStream(keystore.location())) {
      KeyStore pkcs12 = KeyStore.getInstance("PKCS12");
      pkcs12.load(in, password);
      Map<String, SecretKey> entries = new LinkedHashMap<>();
      for (String alias : Collections.list(pkcs12.aliases())) {
        if (pkcs12.getKey(alias, password) instanceof SecretKey key
            && key.getEncoded().length == BYTES) {
          entries.put(alias, new SecretKeySpec(key.getEncoded(), "AES"));
        }
      }
      return entries;
    } catch (IOException | GeneralSecurityException e) {
      throw fault(
          keystore,
          "cannot be read: the password is wrong or it is not a PKCS12 file, or not there");
    }
  }

  private static KeyMaterialException fault(KeyConfig.Keystore keystore, String sentence) {
    return new KeyMaterialException(
        "The keystore of the master key, " + keystore.location() + ", " + sentence + ".");
  }

  private SecretKey readOrMakeFile() {
    if (!profile.isForTrying()) {
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
