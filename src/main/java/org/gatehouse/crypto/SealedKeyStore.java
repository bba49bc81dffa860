package org.gatehouse.crypto;

import java.util.List;

/**
 * Keys at rest, sealed, shared by all nodes; each in a slot that only one node fills. Replaceable.
 */
public interface SealedKeyStore {
  /** All of a kind, ordered by slot; what was kept before the call is among them. */
  List<SealedKey> findAll(KeyKind kind);

  /**
   * Keeps a key in a slot of its own. False when the slot is taken: nothing is overwritten, and of
   * any number of concurrent calls for one slot exactly one gets true.
   */
  boolean create(SealedKey key);

  /**
   * Puts another envelope into a slot that still holds the known one. False when it holds another:
   * nothing is overwritten, and of concurrent calls with the same known key one gets true.
   */
  boolean replace(SealedKey known, String envelope);

  /** Where a slot is, in words that help an operator to find it. */
  String location(KeyKind kind, String slot);
}
