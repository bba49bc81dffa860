package org.gatehouse.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatehouse.config.KeyConfig.Keystore;
import org.gatehouse.config.ServerConfig.Profile;
import org.gatehouse.model.SigningAlgorithm;

/** Reads the settings of keys, and judges them together. */
final class KeySettings {
  static final String MASTER_KEY = "gatehouse.keys.master-key";
  static final String MASTER_KEYSTORE = "gatehouse.keys.master-key.keystore";
  static final String PREVIOUS = "gatehouse.keys.previous-master-keys";
  static final String VALIDATION_KEYS = "gatehouse.signing.validation-keys";
  static final String ROTATION = "gatehouse.signing.rotation.";
  static final String RETAINED = "gatehouse.signing.retained-keys";
  static final String REVOKED = "gatehouse.signing.revoked-keys";
  static final String CACHE = "gatehouse.discovery.response-cache-interval";

  private static final String FORM = "base64 of exactly 32 random bytes";
  private static final String MAKE =
      "make one with: openssl rand -base64 32, and give it to every node";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofDays(3660);

  private final Settings settings;
  private final Profile profile;
  private final StoreConfig store;

  KeySettings(Settings settings, Profile profile, StoreConfig store) {
    this.settings = settings;
    this.profile = profile;
    this.store = store;
  }

  KeyConfig read() {
    int before = settings.faults().size();
    KeyConfig config =
        new KeyConfig(
            settings.directory("gatehouse.keys.directory"),
            settings.duration("gatehouse.keys.clock-skew", Duration.ZERO, Duration.ofMinutes(5)),
            settings.duration("gatehouse.keys.read-interval", SECOND, Duration.ofHours(1)),
            master(),
            ring(),
            signing());
    if (settings.faults().size() == before) { // else some values are stand-ins
      new KeyRules(settings, profile).check(config);
    }
    return config;
  }

  private KeyConfig.Master master() {
    Optional<String> written = settings.secret(MASTER_KEY);
    Optional<SecretBytes> key = written.flatMap(KeySettings::thirtyTwoBytes);
    Optional<Keystore> keystore = keystore(MASTER_KEYSTORE, true);
    boolean absent = written.isEmpty() && settings.text(MASTER_KEYSTORE + ".location").isEmpty();
    if (written.isPresent() ? key.isEmpty() : absent && !isMade()) {
      settings.fault(MASTER_KEY, FORM, MAKE);
    }
    if (written.isPresent() && keystore.isPresent()) {
      settings.fault(MASTER_KEY, "one master key", "leave out this one or the keystore");
    }
    String alias = settings.text(MASTER_KEYSTORE + ".alias").orElse("");
    if (keystore.isPresent() && alias.isEmpty()) {
      settings.fault(
          MASTER_KEYSTORE + ".alias", "the alias of the key that seals", "name it as keytool does");
    }
    return new KeyConfig.Master(key, keystore, alias, previous());
  }

  /**
   * For trying, a node makes a master key in its directory. Nodes with keys in the grid need share
   * no directory: each would make another one, and could not open what the others sealed.
   */
  private boolean isMade() {
    return profile.isForTrying() && !store.keepsKeysInGrid();
  }

  private List<SecretBytes> previous() {
    settings.secret(PREVIOUS);
    List<String> written = settings.list(PREVIOUS);
    List<SecretBytes> keys = new ArrayList<>();
    written.forEach(each -> thirtyTwoBytes(each).ifPresent(keys::add));
    if (keys.size() < written.size()) {
      settings.fault(PREVIOUS, FORM + " each, with commas between", "write the keys as they were");
    }
    return keys;
  }

  private static Optional<SecretBytes> thirtyTwoBytes(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == 32 ? Optional.of(new SecretBytes(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private KeyConfig.Ring ring() {
    return new KeyConfig.Ring(
        settings.duration("gatehouse.key-ring.lifetime", SECOND, LONG),
        settings.duration("gatehouse.key-ring.propagation", SECOND, LONG),
        names("gatehouse.key-ring.revoked-keys"));
  }

  private KeyConfig.Signing signing() {
    return new KeyConfig.Signing(
        settings.choices("gatehouse.signing.algorithms", SigningAlgorithm.class),
        keystore("gatehouse.signing.keystore", true),
        keystore(VALIDATION_KEYS, false),
        settings.duration(CACHE, Duration.ZERO, Duration.ofDays(7)),
        settings.flag("gatehouse.signing.self-check"),
        new KeyConfig.Rotation(
            settings.flag(ROTATION + "enabled"),
            settings.duration(ROTATION + "interval", SECOND, LONG),
            settings.duration(ROTATION + "propagation", SECOND, LONG),
            settings.duration(ROTATION + "retention", Duration.ZERO, LONG),
            settings.duration(ROTATION + "initialization", Duration.ZERO, Duration.ofDays(1)),
            new KeyConfig.Named(names(RETAINED), names(REVOKED))));
  }

  /** Names of made keys are thumbprints (RFC 7638). */
  private List<String> names(String key) {
    List<String> names = settings.list(key);
    if (!names.stream().allMatch(name -> name.matches("[A-Za-z0-9_-]{1,64}"))) {
      settings.fault(key, "names of keys, with commas between", "copy the kid of the key");
    }
    return names;
  }

  /** A file and its password, both or neither; a file of public keys needs none. */
  private Optional<Keystore> keystore(String beginning, boolean needsPassword) {
    String file = beginning + ".location";
    String password = beginning + ".password";
    Optional<Path> location = settings.path(file);
    Optional<String> secret = settings.secret(password);
    if (location.isPresent() && !Files.isReadable(location.get())) {
      settings.fault(
          file, "a file that the server may read", "correct the path or its permissions");
    }
    if (location.isPresent() && secret.isEmpty() && needsPassword) {
      settings.fault(password, "the password of the keystore", "set it, too");
    }
    if (location.isEmpty() && secret.isPresent()) {
      settings.fault(password, "no password without a keystore", "set " + file + ", too");
    }
    return location
        .filter(at -> secret.isPresent() || !needsPassword)
        .map(at -> new Keystore(at, new SecretText(secret.orElse(""))));
  }
}
