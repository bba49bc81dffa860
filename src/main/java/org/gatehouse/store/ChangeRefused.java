package org.gatehouse.store;

/** A change that does not fit what is kept; nothing was changed. */
public class ChangeRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** There is one of this name. */
    TAKEN,
    /** There is none of this name. */
    MISSING,
    /** Somebody changed it in between. */
    STALE,
    /** It comes from files or code. */
    READ_ONLY
  }

  /**
   * Keeps the reason.
   *
   * @param name of what was to be changed
   */
  public ChangeRefused(Reason reason, String name) {
    super(reason + ": " + name, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
