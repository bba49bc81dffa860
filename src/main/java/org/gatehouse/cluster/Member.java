package org.gatehouse.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One start of a node as the shared list of members has it.
 *
 * @param startId the start
 * @param node what people call the node
 * @param address where it listens
 * @param port its port there
 * @param joined what the cluster calls it, and which view of the cluster it has; empty before it
 *     has joined
 * @param started when it started, by the list's clock
 * @param silence how long ago it was last heard of, by the same clock
 */
public record Member(
    String startId,
    String node,
    String address,
    int port,
    Optional<Joined> joined,
    Instant started,
    Duration silence) {
  /** Heartbeats come every second; a node whose last three are missing counts as gone. */
  static final Duration GONE = Duration.ofSeconds(4);

  /**
   * A node in the cluster.
   *
   * @param member what the cluster calls it
   * @param view the view that it has, the same for all who see each other
   */
  public record Joined(String member, String view) {}

  boolean isAlive() {
    return silence.compareTo(GONE) < 0;
  }
}
