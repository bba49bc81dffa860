package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all nodes must know of keys, told by one of them: a name that is there or not, and never
 * goes away.
 */
public final class KeyMarks {
  private final SealedKeys sealed;
  private final String beginning;

  /** What was there at the last reading. */
  private Set<String> known = Set.of();

  /**
   * @param beginning tells marks of one kind from others, such as {@code ring-revoked-}
   */
  public KeyMarks(SealedKeys sealed, String beginning) {
    this.sealed = sealed;
    this.beginning = beginning;
  }

  /**
   * The names that are marked.
   *
   * @throws KeyMaterialException also where one is there no longer: what it revoked would be good
   *     again
   */
  public synchronized Set<String> names() {
    Set<String> names =
        sealed.findAll(KeyKind.MARK, KeyMarks::read).stream()
            .filter(slot -> slot.startsWith(beginning))
            .map(slot -> slot.substring(beginning.length()))
            .collect(Collectors.toUnmodifiableSet());
    known.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(this::lost);
    known = names;
    return names;
  }

  private void lost(String name) {
    String place = sealed.location(KeyKind.MARK, beginning + name);
    throw new KeyMaterialException("The mark in " + place + " is there no longer.");
  }

  /** Marks a name. True where it was not marked before. */
  public boolean add(String name) {
    String slot = beginning + name;
    return sealed.create(KeyKind.MARK, slot, slot.getBytes(US_ASCII));
  }

  /** Marks the names of a setting, all of which must be those of keys. */
  public void addAll(String setting, List<String> names, Set<String> known) {
    List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new KeyMaterialException(
          setting + " names " + String.join(", ", unknown) + ", and there is no such key.");
    }
    names.forEach(this::add);
  }

  /** A mark that was copied from another slot counts as damaged. */
  private static Optional<String> read(SealedKey sealed, byte[] plain) {
    byte[] slot = sealed.slot().getBytes(US_ASCII);
    return Arrays.equals(slot, plain) ? Optional.of(sealed.slot()) : Optional.empty();
  }
}
