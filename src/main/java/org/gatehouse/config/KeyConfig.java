package org.gatehouse.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.SigningAlgorithm;

/**
 * Key material.
 *
 * @param directory where made keys are kept, sealed by the master key
 * @param masterKey 32 bytes; empty only in the demo and dev profiles, where one is made and kept
 *     beside the keys
 * @param keystore signing keys of the operator's own, instead of made ones
 * @param algorithms what tokens are signed with; the first is the default
 */
public record KeyConfig(
    Path directory,
    Optional<SecretBytes> masterKey,
    Optional<Keystore> keystore,
    List<SigningAlgorithm> algorithms) {
  public KeyConfig {
    algorithms = List.copyOf(algorithms);
  }

  /** A PKCS12 keystore with one key pair an algorithm; the alias is the {@code kid}. */
  public record Keystore(Path location, SecretText password) {}
}
