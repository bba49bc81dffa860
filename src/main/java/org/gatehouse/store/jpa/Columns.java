package org.gatehouse.store.jpa;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.model.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/** Values of the model as columns hold them. */
final class Columns {
  private Columns() {}

  static @Nullable Long seconds(Optional<Duration> duration) {
    return duration.map(Duration::toSeconds).orElse(null);
  }

  static Optional<Duration> duration(@Nullable Long seconds) {
    return Optional.ofNullable(seconds).map(Duration::ofSeconds);
  }

  /** Names with commas between, in the order of the constants. */
  static <E extends Enum<E>> String names(Set<E> constants) {
    return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  static Set<SigningAlgorithm> algorithms(String names) {
    return Arrays.stream(names.split(",", -1))
        .filter(name -> !name.isBlank())
        .map(name -> SigningAlgorithm.valueOf(name.strip()))
        .collect(Collectors.toSet());
  }

  /** Makes the kept collection equal, and keeps what is in both. */
  static <T> void become(Collection<T> kept, Collection<T> wanted) {
    kept.retainAll(wanted);
    wanted.stream().filter(each -> !kept.contains(each)).forEach(kept::add);
  }

  static void become(Map<String, String> kept, Map<String, String> wanted) {
    kept.keySet().retainAll(wanted.keySet());
    kept.putAll(wanted);
  }
}
