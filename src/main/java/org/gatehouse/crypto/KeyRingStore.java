package org.gatehouse.crypto;

import java.util.List;

/** Data-protection keys at rest, shared by all nodes. Replaceable. */
public interface KeyRingStore {
  List<SealedKey> findAll();

  /**
   * Keeps a key in a slot of its own. False when the slot is taken: nothing is overwritten, and of
   * any number of concurrent calls for one slot exactly one gets true.
   */
  boolean create(SealedKey key);

  /** Where a slot is, in words that help an operator to find it. */
  String location(String slot);
}
