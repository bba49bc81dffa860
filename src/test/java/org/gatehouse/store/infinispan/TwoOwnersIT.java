package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.H2;
import org.gatehouse.store.jdbc.JdbcGrantStore;
import org.gatehouse.store.jdbc.JdbcMembers;
import org.gatehouse.store.jdbc.Leases;
import org.infinispan.Cache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Three members, two of which hold each code")
class TwoOwnersIT {
  private static final int CODES = 60;

  private final Clock clock = Clock.systemUTC();
  private final String name = UUID.randomUUID().toString();
  private final DataSource source = H2.migrated();
  private final GrantStore database = new JdbcGrantStore(new Database(source), clock);
  private final List<Peer> peers = new ArrayList<>();
  private final List<GrantStore> stores = new ArrayList<>();

  private void join() {
    for (String node : List.of("a", "b", "c")) {
      Database own = new Database(source);
      Peer peer = Peer.ofTwoOwners(name, node, new JdbcMembers(own, new Leases(own, node)));
      peers.add(peer);
      stores.add(
          new InfinispanGrantStore(
              new JdbcGrantStore(own, clock), peer.cluster(), new Handles(), clock));
    }
    await(() -> peers.stream().allMatch(peer -> peer.cluster().isWhole()));
  }

  @AfterEach
  void leave() {
    peers.forEach(Peer::heal);
    peers.forEach(Peer::close);
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(40));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the moment has not come").isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static GrantKey key(int number) {
    return GrantKey.of(GrantType.AUTHORIZATION_CODE, new Handle("code" + number));
  }

  private StoredGrant grant(int number) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    return new StoredGrant(
        "grant" + number,
        "client",
        Optional.of("alice"),
        Optional.of("session"),
        now,
        now.plusSeconds(300),
        "p");
  }

  /** How many codes a member holds itself. */
  private static int held(Peer peer) {
    Cache<String, GridGrant> codes = peer.cluster().cache("codes", new OverBeatsLive());
    return codes.getAdvancedCache().getDataContainer().size();
  }

  private void keepCodes() {
    for (int i = 0; i < CODES; i++) {
      assertThat(stores.get(i % 3).create(key(i), grant(i))).isTrue();
    }
  }

  @Test
  void everyCodeIsHeldTwiceAndIsRedeemedOnceOnWhicheverNode() {
    join();
    keepCodes();

    await(() -> peers.stream().mapToInt(TwoOwnersIT::held).sum() == 2 * CODES);
    assertThat(IntStream.range(0, CODES).mapToObj(TwoOwnersIT::key).map(database::find))
        .as("none is in the database")
        .containsOnly(Optional.empty());

    for (int i = 0; i < CODES; i++) {
      assertThat(stores.get((i + 1) % 3).consume(key(i), "client"))
          .isInstanceOf(Outcome.First.class);
      assertThat(stores.get((i + 2) % 3).consume(key(i), "client"))
          .isInstanceOf(Outcome.Replayed.class);
    }
  }

  @Test
  void theCodesOfAMemberThatIsKilledAreStillThere() {
    join();
    keepCodes();
    assertThat(held(peers.get(2))).isPositive();

    peers.get(2).cut();
    peers.get(2).close();
    for (Peer peer : peers.subList(0, 2)) {
      Cluster cluster = peer.cluster();
      await(() -> cluster.standing().view() == 2 && cluster.isWhole());
    }

    for (int i = 0; i < CODES; i++) {
      assertThat(stores.get(i % 2).find(key(i))).isPresent();
      assertThat(stores.get((i + 1) % 2).consume(key(i), "client"))
          .isInstanceOf(Outcome.First.class);
    }
  }
}
