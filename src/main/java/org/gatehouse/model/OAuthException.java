package org.gatehouse.model;

import java.io.Serial;

/**
 * A refusal on its way to the edge, where one mapper turns it into an answer. It has no stack
 * trace: a refusal is an expected result, and its {@link Refusal} names the place.
 */
public class OAuthException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Refusal refusal;

  public OAuthException(Refusal refusal) {
    super(refusal.id() + " " + refusal.description(), null, false, false);
    this.refusal = refusal;
  }

  /**
   * A refusal for a failure of ours.
   *
   * @param cause for the log
   */
  protected OAuthException(Refusal refusal, Throwable cause) {
    super(refusal.id() + " " + refusal.description(), cause, false, false);
    this.refusal = refusal;
  }

  /** Refuses unless the condition holds. */
  public static void require(boolean condition, Refusal refusal) {
    if (!condition) {
      throw new OAuthException(refusal);
    }
  }

  public Refusal refusal() {
    return refusal;
  }

  public OAuthError error() {
    return refusal.error();
  }
}
