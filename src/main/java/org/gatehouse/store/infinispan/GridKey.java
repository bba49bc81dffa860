package org.gatehouse.store.infinispan;

import java.util.Objects;
import org.infinispan.protostream.annotations.ProtoField;

/**
 * A sealed key as it travels and rests in the grid. Numbers of fields are never given anew; a
 * member of another version passes over those that it does not know.
 *
 * @param envelope the key, sealed
 * @param version 1 in a slot that was just filled, and one more with each replacement
 * @param attempt who changed it last, so that a repeated command knows its own work
 */
record GridKey(
    @ProtoField(1) String envelope,
    @ProtoField(value = 2, defaultValue = "0") long version,
    @ProtoField(3) String attempt) {

  /** ProtoStream gives null for what another version has left out. */
  GridKey {
    envelope = Objects.requireNonNullElse(envelope, "");
    attempt = Objects.requireNonNullElse(attempt, "");
  }

  static GridKey first(String envelope, String by) {
    return new GridKey(envelope, 1, by);
  }

  GridKey next(String newEnvelope, String by) {
    return new GridKey(newEnvelope, version + 1, by);
  }

  /** Without the envelope. */
  @Override
  public String toString() {
    return "GridKey[version " + version + "]";
  }
}
