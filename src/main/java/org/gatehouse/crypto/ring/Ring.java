package org.gatehouse.crypto.ring;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All keys of the ring at one moment.
 *
 * @param keys in the order of their numbers
 * @param byId the same, by their names
 * @param revoked names of keys that open nothing more
 */
record Ring(List<RingKey> keys, Map<String, RingKey> byId, Set<String> revoked) {
  static Ring of(List<RingKey> keys, Set<String> revoked) {
    List<RingKey> sorted = keys.stream().sorted(comparing(RingKey::number)).toList();
    Map<String, RingKey> byId =
        keys.stream()
            .collect(Collectors.toUnmodifiableMap(RingKey::id, Function.identity(), (a, b) -> a));
    return new Ring(sorted, byId, Set.copyOf(revoked));
  }

  /** The key that seals: the newest active one; better an old or a coming key than no service. */
  Optional<RingKey> current(Instant now) {
    return usable()
        .filter(key -> !now.isBefore(key.activates()))
        .max(comparing(RingKey::activates).thenComparing(RingKey::number))
        .or(() -> usable().min(comparing(RingKey::activates).thenComparing(RingKey::number)));
  }

  Optional<RingKey> find(String id) {
    return Optional.ofNullable(byId.get(id)).filter(key -> !revoked.contains(id));
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  /** Whether there is no key for the time after the propagation of one that would be made now. */
  boolean needsNext(Instant now, Duration propagation) {
    return usable().noneMatch(key -> key.expires().isAfter(now.plus(propagation)));
  }

  /** When a key that is made now may seal: at once only where nothing else can. */
  Instant nextActivation(Instant now, Duration propagation) {
    return usable().findAny().isPresent() ? now.plus(propagation) : now;
  }

  int nextNumber() {
    return keys.isEmpty() ? 1 : keys.get(keys.size() - 1).number() + 1;
  }

  private Stream<RingKey> usable() {
    return keys.stream().filter(key -> !revoked.contains(key.id()));
  }
}
