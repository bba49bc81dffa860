package org.gatehouse.cluster.history;

import java.util.List;
import java.util.stream.Collectors;

/** A promise that the record shows broken, with the calls that show it. */
public record Violation(Kind kind, String text, List<Call> calls) {
  /** The promises, by how they break. */
  public enum Kind {
    /** A one-time thing was accepted twice. */
    DOUBLE_SPEND,
    /** A good one-time thing was offered while nothing was broken, and nobody won. */
    MISSING_WINNER,
    /** A family has two tokens of one generation, or a token two parents. */
    FORK,
    /** A generation without the one before it. */
    HOLE,
    /** Acknowledged before a fault, and gone after it. */
    LOSS,
    /** Acknowledged, and never looked for after the last fault. */
    UNREAD,
    /** Used with success after its revocation was acknowledged. */
    REVOKED_ACCEPTED,
    /** Signed by a key that no node published at that time. */
    UNPUBLISHED_KEY,
    /** The published key does not verify the token. */
    UNVERIFIABLE
  }

  public Violation {
    calls = List.copyOf(calls);
  }

  @Override
  public String toString() {
    return kind
        + ": "
        + text
        + calls.stream().map(call -> "\n      " + call).collect(Collectors.joining());
  }
}
