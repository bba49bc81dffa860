package org.gatehouse.crypto;

/**
 * A key at rest, readable only with the key that sealed it.
 *
 * @param slot where it is kept, unique within its kind: letters, digits, {@code -} and {@code _}
 * @param envelope the key, sealed
 */
public record SealedKey(KeyKind kind, String slot, String envelope) {
  @Override
  public String toString() {
    return "SealedKey[" + kind + " " + slot + "]";
  }
}
