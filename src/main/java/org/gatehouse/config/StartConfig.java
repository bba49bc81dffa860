package org.gatehouse.config;

/**
 * How the start goes.
 *
 * @param onFailure what a start that fails ends
 */
public record StartConfig(OnFailure onFailure) {
  /** Values of {@code gatehouse.start.on-failure}. */
  public enum OnFailure {
    /** The process ends with a code other than zero. */
    EXIT,
    /** Only this application stays down, for a server that has others. */
    REFUSE
  }
}
