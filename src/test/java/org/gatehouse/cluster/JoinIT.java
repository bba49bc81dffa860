package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.Bind;
import org.gatehouse.config.ClusterConfig.Discovery;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ClusterConfig.Replication;
import org.gatehouse.config.ConfigException;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.H2;
import org.gatehouse.store.jdbc.JdbcMembers;
import org.gatehouse.store.jdbc.Leases;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.TCP;
import org.jgroups.stack.ProtocolStack.Position;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Joining over TCP, by the list of members in the database")
class JoinIT {
  private final DataSource source = H2.migrated();

  private Cluster cluster(int port) {
    ClusterConfig config =
        new ClusterConfig(
            "n" + port,
            "join",
            new Bind("127.0.0.1", port),
            new Discovery(DiscoveryKind.DATABASE, List.of(), ""),
            Optional.empty(),
            true,
            Replication.REPLICATED,
            0,
            Optional.empty());
    Node node = new Node("n" + port, Peer.startId());
    return new Cluster(config, node, Optional.of(members(node)));
  }

  private JdbcMembers members(Node node) {
    Database database = new Database(source);
    return new JdbcMembers(database, new Leases(database, node.startId()));
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the moment has not come").isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** What a crash of all leaves: rows that look alive for a moment, of addresses that are dead. */
  private void leaveBehind(int... ports) {
    for (int port : ports) {
      Node dead = new Node("dead" + port, Peer.startId());
      members(dead).enter(new MemberAddress(dead, "127.0.0.1", port));
      members(dead)
          .beat(
              new MemberAddress(dead, "127.0.0.1", port),
              Optional.of(new Member.Joined("dead" + port, "view")));
    }
  }

  private List<Cluster> joinAtOnce(int... ports) throws InterruptedException, ExecutionException {
    List<Cluster> clusters = Arrays.stream(ports).mapToObj(this::cluster).toList();
    ExecutorService pool = Executors.newFixedThreadPool(ports.length);
    try {
      List<Future<?>> joins =
          clusters.stream().<Future<?>>map(each -> pool.submit(each::join)).toList();
      for (Future<?> join : joins) {
        join.get();
      }
      return clusters;
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void threeThatStartAtOnceAreOneClusterAtOnce() throws InterruptedException, ExecutionException {
    List<Cluster> clusters = joinAtOnce(27_810, 27_820, 27_830);

    assertThat(clusters.stream().map(each -> each.standing().view()).max(Integer::compare))
        .contains(3);
    await(() -> clusters.stream().allMatch(each -> each.standing().view() == 3));
    clusters.forEach(Cluster::close);
  }

  @Test
  void rowsOfACrashOfAllHinderNobody() throws InterruptedException, ExecutionException {
    leaveBehind(27_840, 27_850, 27_860, 27_870);

    List<Cluster> clusters = joinAtOnce(27_840, 27_850, 27_860);

    await(() -> clusters.stream().allMatch(each -> each.standing().view() == 3));
    await(() -> clusters.stream().allMatch(each -> each.standing().isGood()));
    clusters.forEach(Cluster::close);
  }

  @Test
  @DisplayName("the first TLS handshake of a cold process takes longer than a second")
  void whoIsAnsweredLateJoinsAndFoundsNothing() throws Exception {
    Cluster first = joinAtOnce(27_910).get(0);
    DISCARD deaf = new DISCARD();
    deaf.discardAll(true);
    first.channel().getProtocolStack().insertProtocol(deaf, Position.ABOVE, TCP.class);
    Cluster second = cluster(27_920);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> view =
          pool.submit(
              () -> {
                second.join();
                return second.standing().view();
              });
      Instant hears = Instant.now().plusSeconds(2);
      await(() -> Instant.now().isAfter(hears));
      deaf.discardAll(false);

      assertThat(view.get()).isEqualTo(2);
    } finally {
      pool.shutdown();
      second.close();
      first.close();
    }
  }

  @Test
  void whoLeavesIsTakenOffTheListAtOnce() throws InterruptedException, ExecutionException {
    List<Cluster> clusters = joinAtOnce(27_880, 27_890);

    clusters.get(0).close();

    assertThat(members(new Node("x", "x")).all().stream().map(Member::node))
        .containsExactly("n27890");
    await(() -> clusters.get(1).standing().view() == 1);
    await(() -> clusters.get(1).standing().isGood());
    clusters.get(1).close();
  }

  @Test
  void aPortThatIsTakenIsToldByItsSetting() throws InterruptedException, ExecutionException {
    List<Cluster> first = joinAtOnce(27_900);
    Cluster second = cluster(27_900);

    assertThat(Stream.of(second).map(JoinIT::fault).toList())
        .containsExactly("gatehouse.cluster.bind-port");
    second.close();
    first.get(0).close();
  }

  private static String fault(Cluster cluster) {
    try {
      cluster.join();
      return "joined";
    } catch (ConfigException e) {
      return e.faults().get(0).key();
    }
  }
}
