package org.gatehouse.cluster.history;

/** What a client knows of a call when it is over. */
public enum Outcome {
  /** Acknowledged. */
  OK,
  /** Refused by a rule of the server; the call carries the error code. */
  REFUSED,
  /** No answer that says anything: a time-out, a reset. It may have been done. */
  UNKNOWN,
  /** Turned away with 503, or never sent. */
  UNAVAILABLE;

  /** Whether the server may have done what was asked for. */
  public boolean mayHaveHappened() {
    return this != REFUSED;
  }
}
