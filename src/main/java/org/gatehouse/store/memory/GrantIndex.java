package org.gatehouse.store.memory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.store.GrantKey;

/** The keys of stored grants by one of their properties, in its order. Guarded by its owner. */
final class GrantIndex<P extends Comparable<? super P>> {
  private final TreeMap<P, Set<GrantKey>> keys = new TreeMap<>();

  void add(P property, GrantKey key) {
    keys.computeIfAbsent(property, p -> new LinkedHashSet<>()).add(key);
  }

  /** Takes the key away; a property that is left without keys goes, too. */
  void remove(P property, GrantKey key) {
    keys.computeIfPresent(
        property,
        (p, held) -> {
          held.remove(key);
          return held.isEmpty() ? null : held;
        });
  }

  /** A copy, in the order added. */
  List<GrantKey> of(P property) {
    return List.copyOf(keys.getOrDefault(property, Set.of()));
  }

  /** The least property that has keys. */
  Optional<P> first() {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.firstKey());
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }
}
