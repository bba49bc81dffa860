package org.gatehouse.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.SigningAlgorithm;

/**
 * Key material.
 *
 * @param directory where made keys are kept, sealed by the master key, unless in the database
 * @param clockSkew how far the clocks of nodes may differ
 * @param readInterval the longest time between two looks at the kept keys
 */
public record KeyConfig(
    Path directory,
    Duration clockSkew,
    Duration readInterval,
    Master master,
    Ring ring,
    Signing signing) {

  /**
   * What seals all other keys at rest.
   *
   * @param key 32 bytes; empty where a keystore has it, and in the demo and dev profiles, where one
   *     is made and kept beside the keys
   * @param keystore a PKCS12 keystore with AES keys, instead
   * @param alias the entry of that keystore which seals; its other AES keys only open
   * @param previous further keys that only open
   */
  public record Master(
      Optional<SecretBytes> key,
      Optional<Keystore> keystore,
      String alias,
      List<SecretBytes> previous) {
    public Master {
      previous = List.copyOf(previous);
    }
  }

  /**
   * The data-protection key ring.
   *
   * @param lifetime how long a key seals
   * @param propagation how long a key is known to all nodes before it seals
   * @param revokedKeys names of keys that open nothing more
   */
  public record Ring(Duration lifetime, Duration propagation, List<String> revokedKeys) {
    public Ring {
      revokedKeys = List.copyOf(revokedKeys);
    }
  }

  /**
   * Signing keys.
   *
   * @param algorithms what tokens are signed with; the first is the default
   * @param keystore signing keys of the operator's own, instead of made ones
   * @param validationKeys keys that are published and never sign: a JWK Set or a PKCS12 keystore
   * @param cacheTime how long others may keep the published keys
   * @param selfCheck whether each token is verified by the published keys before it leaves
   * @param rotation how made keys follow one another
   */
  public record Signing(
      List<SigningAlgorithm> algorithms,
      Optional<Keystore> keystore,
      Optional<Keystore> validationKeys,
      Duration cacheTime,
      boolean selfCheck,
      Rotation rotation) {
    public Signing {
      algorithms = List.copyOf(algorithms);
    }
  }

  /**
   * The life of a signing key: announced, in use, retired, withdrawn, deleted.
   *
   * @param enabled false: the first key of an algorithm stays
   * @param interval how long a key is in use
   * @param propagation how long it is published before
   * @param retention how long at least it is published after
   * @param initialization how long an installation counts as new: its first keys sign at once
   * @param named keys that are treated otherwise
   */
  public record Rotation(
      boolean enabled,
      Duration interval,
      Duration propagation,
      Duration retention,
      Duration initialization,
      Named named) {}

  /**
   * Keys by their names.
   *
   * @param retainedKeys never withdrawn
   * @param revokedKeys neither used, published nor accepted
   */
  public record Named(List<String> retainedKeys, List<String> revokedKeys) {
    public Named {
      retainedKeys = List.copyOf(retainedKeys);
      revokedKeys = List.copyOf(revokedKeys);
    }
  }

  /** A keystore in a file; the password of a JWK Set is empty. */
  public record Keystore(Path location, SecretText password) {}
}
