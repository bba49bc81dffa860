package org.gatehouse.crypto.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of one algorithm, one after the other: which is in use, which are published, whether it
 * is time for the next. A function of the kept keys and the time, so that all nodes come to the
 * same answers.
 *
 * @param keys in the order of their numbers, without those that are revoked
 * @param retained names of keys that an operator keeps
 * @param wasEmpty whether there never was a key of this algorithm
 */
record KeyLine(List<MadeKey> keys, Set<String> retained, boolean wasEmpty, KeyTimes times) {
  KeyLine {
    keys = List.copyOf(keys);
    retained = Set.copyOf(retained);
  }

  static KeyLine of(List<MadeKey> keys, Set<String> revoked, Set<String> retained, KeyTimes times) {
    List<MadeKey> good =
        keys.stream()
            .filter(key -> !revoked.contains(key.kid()))
            .sorted(Comparator.comparing(MadeKey::number))
            .toList();
    return new KeyLine(good, retained, keys.isEmpty(), times);
  }

  /** The key that signs: the last active one, or where there is none one published long enough. */
  Optional<MadeKey> current(Instant now) {
    return last(usable().filter(key -> !now.isBefore(key.activates())))
        .or(() -> last(usable().filter(key -> isPublishedLongEnough(key, now))));
  }

  private boolean isPublishedLongEnough(MadeKey key, Instant now) {
    return !now.isBefore(key.created().plus(times.shortPropagation()).plusSeconds(1));
  }

  /** When another key took over; nothing where none did. */
  Optional<Instant> retires(MadeKey key) {
    return keys.stream()
        .filter(next -> next.number() > key.number())
        .map(MadeKey::activates)
        .min(Comparator.naturalOrder());
  }

  /** Until when a key is published and accepted; nothing where no end is known. */
  Optional<Instant> withdrawn(MadeKey key) {
    return retained.contains(key.kid())
        ? Optional.empty()
        : retires(key).map(end -> end.plus(times.afterUse()));
  }

  /** By time alone: also a key that a node with a wrong clock deleted too early. */
  List<MadeKey> published(Instant now) {
    return keys.stream().filter(key -> withdrawn(key).map(now::isBefore).orElse(true)).toList();
  }

  /** Keys whose private half must go; those that are retained stay, however old. */
  List<MadeKey> deletable(Instant now) {
    return keys.stream()
        .filter(key -> !key.isDeleted())
        .filter(
            key ->
                withdrawn(key)
                    .map(end -> end.plus(times.retention()))
                    .filter(end -> !now.isBefore(end))
                    .isPresent())
        .toList();
  }

  /** Whether there is no key for the time after the propagation of one that would be made now. */
  boolean needsNext(Instant now) {
    Instant then = now.plus(times.propagation());
    return usable().noneMatch(key -> key.activates().plus(times.interval()).isAfter(then));
  }

  /**
   * When a key that is made now may sign. Only the first of its algorithm in a new installation may
   * at once.
   *
   * @param installed when the first key of the installation was made
   */
  Instant nextActivation(Instant now, Instant installed) {
    if (wasEmpty && times.isInitial(installed, now)) {
      return now;
    }
    Duration wait = current(now).isPresent() ? times.propagation() : times.shortPropagation();
    return now.plus(wait);
  }

  private Stream<MadeKey> usable() {
    return keys.stream().filter(key -> !key.isDeleted());
  }

  private static Optional<MadeKey> last(Stream<MadeKey> keys) {
    return keys.max(Comparator.comparing(MadeKey::number));
  }
}
