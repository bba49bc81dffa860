package org.gatehouse.cluster;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Who founds the cluster: of nodes that start at the same moment one becomes its first member, the
 * others wait until they can join it. What a crash left on the list holds nobody up.
 */
final class FoundingTurn {
  private static final long PAUSE_NANOS = 100_000_000L;

  /** After this a node founds a cluster of its own, which merges with others by itself. */
  private static final long LONGEST_NANOS = 15_000_000_000L;

  private final Members members;
  private final Node node;
  private final Heartbeat heartbeat;

  FoundingTurn(Members members, Node node, Heartbeat heartbeat) {
    this.members = members;
    this.node = node;
    this.heartbeat = heartbeat;
  }

  /** Comes back when this node may join or found. */
  void await() {
    long end = System.nanoTime() + LONGEST_NANOS;
    while (!someoneIsThere() && !mayFoundCluster() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** The node is a member: others may have the right now. */
  void done() {
    members.founded(node);
  }

  private boolean someoneIsThere() {
    return heartbeat.ask().stream()
        .filter(member -> !member.startId().equals(node.startId()))
        .filter(Member::isAlive)
        .map(Member::joined)
        .anyMatch(Optional::isPresent);
  }

  /** The list is read once more: someone may have founded before this node got the right. */
  private boolean mayFoundCluster() {
    if (!members.mayFoundCluster(node)) {
      return false;
    }
    if (someoneIsThere()) {
      members.founded(node);
    }
    return true;
  }
}
