package org.gatehouse.cluster;

import java.util.List;
import java.util.Optional;

/** The shared list of the cluster's nodes: who is there, by heartbeats and one clock. */
public interface Members {
  /** Puts this start on the list, and takes off whatever had this address before. */
  void enter(MemberAddress member);

  /**
   * A heartbeat.
   *
   * @param joined the node in the cluster; empty before it has joined
   */
  void beat(MemberAddress member, Optional<Member.Joined> joined);

  /** All that are on the list, whether they are still heard of or not. */
  List<Member> all();

  /** Whether this start, of all that ask, may be the first member of a new cluster. */
  boolean mayFoundCluster(Node node);

  /** Gives that right back. */
  void founded(Node node);

  /** Takes this start off the list, and whatever was not heard of for an hour. */
  void leave(Node node);
}
