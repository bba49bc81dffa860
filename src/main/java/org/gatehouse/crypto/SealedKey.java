package org.gatehouse.crypto;

/**
 * A key at rest, readable only with the master key.
 *
 * @param slot where it is kept; a slot is filled once and never overwritten
 * @param envelope the key, sealed
 */
public record SealedKey(String slot, String envelope) {
  @Override
  public String toString() {
    return "SealedKey[" + slot + "]";
  }
}
