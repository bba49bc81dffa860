package org.gatehouse.crypto;

import java.util.Locale;

/** What a sealed key is for. Renaming a constant loses every key of that kind. */
public enum KeyKind {
  /** A data-protection key. */
  RING,
  /** A signing key. */
  SIGNING,
  /** Something that all nodes must know of keys, such as that one is revoked. */
  MARK,
  /** What every node must be able to open, sealed by the key ring itself. */
  CANARY;

  /** Its name in files and tables. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return wireName();
  }
}
