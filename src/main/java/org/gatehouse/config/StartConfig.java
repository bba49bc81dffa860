package org.gatehouse.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the start and the stop go.
 *
 * @param onFailure what a start that fails ends
 * @param drainFile the file that makes the node say that it leaves
 * @param withoutDatabase how long a node stays ready while its database is silent
 */
public record StartConfig(OnFailure onFailure, Path drainFile, Duration withoutDatabase) {
  /** Values of {@code gatehouse.start.on-failure}. */
  public enum OnFailure {
    /** The process ends with a code other than zero. */
    EXIT,
    /** Only this application stays down, for a server that has others. */
    REFUSE
  }
}
