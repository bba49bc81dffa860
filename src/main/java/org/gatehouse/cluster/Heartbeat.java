package org.gatehouse.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Every second: says that this node is there, and listens who else is. */
final class Heartbeat implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());
  private static final long PERIOD_MILLIS = 1_000;

  private final Members members;
  private final MemberAddress member;
  private final Supplier<Optional<Member.Joined>> self;
  private final Runnable afterEach;
  private volatile Heard heard;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "gatehouse-heartbeat");
            made.setDaemon(true);
            return made;
          });

  /** What the last beat that reached the list heard, and whether none has missed it since. */
  private record Heard(List<Member> members, boolean isLast) {}

  /**
   * @param self the node in the cluster, asked at each beat
   * @param afterEach what follows each beat that reached the list
   */
  Heartbeat(
      Members members,
      MemberAddress member,
      Supplier<Optional<Member.Joined>> self,
      Runnable afterEach) {
    this.members = members;
    this.member = member;
    this.self = self;
    this.afterEach = afterEach;
    this.heard = new Heard(List.of(), true);
  }

  /** The first beat, on the caller's thread, then one each second. */
  void start() {
    members.enter(member);
    listen();
    var unused =
        thread.scheduleWithFixedDelay(
            this::beat, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A beat on the caller's thread, for what the others must know now. */
  void now() {
    members.beat(member, self.get());
    listen();
  }

  /** Asks the list now. */
  List<Member> ask() {
    listen();
    return lastKnown();
  }

  /** What was heard last; old where the list is silent. */
  List<Member> lastKnown() {
    return heard.members();
  }

  private void listen() {
    heard = new Heard(members.all(), true);
  }

  /** A list that does not answer is told once, and once that it is back. */
  private void beat() {
    try {
      members.beat(member, self.get());
      boolean wasSilent = !heard.isLast();
      listen();
      if (wasSilent) {
        LOG.log(System.Logger.Level.INFO, "The list of the cluster's members answers again");
      }
      afterEach.run();
    } catch (RuntimeException e) {
      Heard last = heard;
      if (last.isLast()) {
        LOG.log(System.Logger.Level.WARNING, "The list of the cluster''s members is silent", e);
        heard = new Heard(last.members(), false);
      }
    }
  }

  /** Ends the beats and takes the node off the list. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    members.leave(member.node());
  }
}
