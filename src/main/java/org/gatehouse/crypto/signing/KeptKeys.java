package org.gatehouse.crypto.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.model.SigningAlgorithm;

/**
 * Everything that is kept of made signing keys, as it was read.
 *
 * @param keys of all algorithms, also of those that are no longer enabled
 * @param revoked names of keys that are neither used, published nor accepted
 * @param longestToken the longest life of a token that was ever signed
 */
record KeptKeys(List<MadeKey> keys, Set<String> revoked, Duration longestToken) {
  KeptKeys {
    keys = List.copyOf(keys);
    revoked = Set.copyOf(revoked);
  }

  Set<String> names() {
    return keys.stream().map(MadeKey::kid).collect(Collectors.toUnmodifiableSet());
  }

  Set<SigningAlgorithm> algorithms() {
    return keys.stream().map(made -> made.key().algorithm()).collect(Collectors.toSet());
  }

  KeyLine line(SigningAlgorithm algorithm, Set<String> retained, KeyTimes times) {
    return KeyLine.of(of(algorithm), revoked, retained, times);
  }

  int nextNumber(SigningAlgorithm algorithm) {
    return of(algorithm).stream().mapToInt(MadeKey::number).max().orElse(0) + 1;
  }

  /** When the first key was made. */
  Optional<Instant> installed() {
    return keys.stream().map(MadeKey::created).min(Comparator.naturalOrder());
  }

  private List<MadeKey> of(SigningAlgorithm algorithm) {
    return keys.stream().filter(made -> made.key().algorithm() == algorithm).toList();
  }
}
