package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.Bind;
import org.gatehouse.config.ClusterConfig.Discovery;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ClusterConfig.Replication;
import org.jgroups.protocols.dns.AddressedDNSResolver;
import org.jgroups.protocols.dns.DNS_PING;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Joining over TCP, without a list of members in a database")
class JoinWithoutDatabaseIT {
  private static final int PORT = 28_010;
  private static final List<String> ADDRESSES = List.of("127.0.0.41", "127.0.0.42", "127.0.0.43");

  private final List<Cluster> clusters = new ArrayList<>();

  private void add(String address, int port, Discovery discovery) {
    String name = address + ":" + port;
    ClusterConfig config =
        new ClusterConfig(
            name,
            "without-database",
            new Bind(address, port),
            discovery,
            Optional.empty(),
            true,
            Replication.REPLICATED,
            3,
            Optional.empty());
    clusters.add(new Cluster(config, new Node(name, Peer.startId()), Optional.empty()));
  }

  private void joinAtOnce(List<Cluster> some) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(some.size());
    try {
      List<Future<?>> joins = new ArrayList<>();
      some.forEach(each -> joins.add(pool.submit(each::join)));
      for (Future<?> join : joins) {
        join.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  @AfterEach
  void leave() {
    clusters.forEach(Cluster::close);
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(40));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the moment has not come").isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void awaitAllTogether() {
    await(() -> clusters.stream().allMatch(each -> each.standing().view() == 3));
    assertThat(clusters).allMatch(each -> each.standing().isGood());
  }

  private void addStatic() {
    List<String> hosts = List.of("127.0.0.1:28110", "127.0.0.1:28120", "127.0.0.1:28130");
    for (int port : List.of(28_110, 28_120, 28_130)) {
      add("127.0.0.1", port, new Discovery(DiscoveryKind.STATIC, hosts, ""));
    }
  }

  @Test
  @DisplayName("gatehouse.cluster.discovery=static: three that start at the same moment")
  void threeOfTheHostsThatAreNamedBecomeOneCluster() throws Exception {
    addStatic();

    joinAtOnce(clusters);

    awaitAllTogether();
  }

  @Test
  @DisplayName("gatehouse.cluster.discovery=static: one after the other")
  void whoComesLaterJoinsTheHostsThatAreNamed() throws Exception {
    addStatic();

    for (Cluster each : clusters) {
      joinAtOnce(List.of(each));
    }

    awaitAllTogether();
  }

  /** Loopback addresses beside 127.0.0.1 are there on Linux only, unless somebody adds them. */
  private static void assumeAddresses() {
    for (String address : ADDRESSES) {
      assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName(address)).close())
          .doesNotThrowAnyException();
    }
  }

  @Test
  @DisplayName("gatehouse.cluster.discovery=dns: a name with an A record for each")
  void threeOfANameBecomeOneCluster() throws Exception {
    assumeAddresses();
    List<InetAddress> records = new ArrayList<>();
    for (String address : ADDRESSES) {
      records.add(InetAddress.getByName(address));
    }
    try (NameServer names = new NameServer("nodes.gatehouse.test", records)) {
      for (String address : ADDRESSES) {
        add(address, PORT, new Discovery(DiscoveryKind.DNS, List.of(), "nodes.gatehouse.test"));
      }
      for (Cluster each : clusters) {
        DNS_PING ping = each.channel().getProtocolStack().findProtocol(DNS_PING.class);
        assertThat(ping).extracting("num_discovery_runs").isEqualTo(5);
        ping.dnsResolver(
            new AddressedDNSResolver("com.sun.jndi.dns.DnsContextFactory", names.address()));
      }

      joinAtOnce(clusters);

      awaitAllTogether();
      assertThat(names.answered()).isPositive();
    }
  }

  @Test
  @DisplayName("gatehouse.cluster.discovery=dns: by the resolver of the machine, as a server does")
  void threeOfNamesThatTheMachineResolvesBecomeOneCluster() throws Exception {
    assumeAddresses();
    String query = String.join(",", ADDRESSES);
    for (String address : ADDRESSES) {
      add(address, PORT, new Discovery(DiscoveryKind.DNS, List.of(), query));
    }

    joinAtOnce(clusters);

    awaitAllTogether();
  }
}
