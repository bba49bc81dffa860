package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.gatehouse.cluster.Members;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.Race;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.jdbc.Database;
import org.gatehouse.store.jdbc.H2;
import org.gatehouse.store.jdbc.JdbcGrantStore;
import org.gatehouse.store.jdbc.JdbcMembers;
import org.gatehouse.store.jdbc.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Three members, one of them cut from the others")
class PartitionIT {
  private static final int ROUNDS = 200;

  private final Clock clock = Clock.systemUTC();
  private final String name = UUID.randomUUID().toString();
  private final DataSource source = H2.migrated();
  private final List<Peer> peers = new ArrayList<>();
  private final List<GrantStore> stores = new ArrayList<>();

  private void joinBeforeDatabase() {
    for (String node : List.of("a", "b", "c")) {
      Database database = new Database(source);
      Members members = new JdbcMembers(database, new Leases(database, node));
      Peer peer = Peer.join(name, node, Optional.of(members));
      peers.add(peer);
      stores.add(
          new InfinispanGrantStore(
              new JdbcGrantStore(database, clock), peer.cluster(), new Handles(), clock));
    }
    await(() -> peers.stream().allMatch(peer -> peer.cluster().isWhole()));
  }

  private void joinAlone() {
    for (String node : List.of("a", "b", "c")) {
      Peer peer = Peer.ofThree(name, node);
      peers.add(peer);
      stores.add(new GridGrantStore(peer.cluster(), new Handles(), clock));
    }
    await(() -> peers.stream().allMatch(peer -> peer.cluster().standing().view() == 3));
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

  private static GrantKey key(String text) {
    return GrantKey.of(GrantType.AUTHORIZATION_CODE, new Handle(text));
  }

  private StoredGrant grant(String id) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    return new StoredGrant(
        id, "client", Optional.of("alice"), Optional.of("session"), now, now.plusSeconds(300), "p");
  }

  private static String attempt(GrantStore store, GrantKey key) {
    try {
      return store.consume(key, "client").getClass().getSimpleName();
    } catch (StoreUnavailableException e) {
      return "Unavailable";
    }
  }

  private void assertNoDoubles(List<List<String>> race) {
    assertThat(race)
        .allSatisfy(
            answers -> assertThat(answers).filteredOn("First"::equals).hasSizeLessThanOrEqualTo(1));
  }

  private List<List<String>> raceFor(List<GrantKey> keys, Runnable atTheStart)
      throws InterruptedException {
    try (Race race = new Race(6, keys.size())) {
      return race.run(
          (round, racer) -> {
            if (round == 20 && racer == 0) {
              atTheStart.run();
            }
            return attempt(stores.get(racer % 3), keys.get(round));
          });
    }
  }

  private List<GrantKey> kept(String prefix) {
    List<GrantKey> keys =
        IntStream.range(0, ROUNDS).mapToObj(number -> key(prefix + number)).toList();
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(stores.get(i % 3).create(keys.get(i), grant(prefix + i))).isTrue();
    }
    return keys;
  }

  @Test
  @DisplayName("the wait for a lost member is 0.8 s, and only for the first; it was two seconds")
  void codesAreMadeInTimeFromTheFirstMomentOfACut() {
    joinBeforeDatabase();
    peers.get(2).cut();

    for (int i = 0; i < 50; i++) {
      long start = System.nanoTime();
      assertThat(stores.get(0).create(key("cut" + i), grant("cut" + i))).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1400));
    }

    for (int i = 0; i < 50; i++) {
      GrantKey key = key("cut" + i);
      assertThat(List.of(attempt(stores.get(1), key), attempt(stores.get(0), key)))
          .containsExactly("First", "Replayed");
    }
  }

  @Test
  void aCodeOfOneNodeIsRedeemedOnceOnWhicheverNode() throws InterruptedException {
    joinBeforeDatabase();

    List<List<String>> race = raceFor(kept("whole"), () -> {});

    assertThat(race).allSatisfy(answers -> assertThat(answers).containsOnlyOnce("First"));
  }

  @Test
  void aCutDoublesNoUseAndIsAnsweredHonestly() throws InterruptedException {
    joinBeforeDatabase();

    List<List<String>> race = raceFor(kept("cut"), () -> peers.get(2).cut());

    assertNoDoubles(race);
    assertThat(race)
        .allSatisfy(answers -> assertThat(answers).contains("First").doesNotContain("Unknown"));
  }

  @Test
  void theCutNodeIsNotReadyAndDoesNotCallUnknownWhatItCannotSee() {
    joinBeforeDatabase();
    peers.get(2).cut();
    await(() -> !peers.get(2).cluster().standing().isGood());
    await(() -> peers.get(0).cluster().standing().view() == 2);

    assertThat(peers.get(0).cluster().standing().isGood()).isTrue();
    assertThat(stores.get(0).create(key("behind"), grant("behind"))).isTrue();
    assertThat(attempt(stores.get(2), key("behind"))).isEqualTo("Unavailable");
    assertThat(attempt(stores.get(1), key("behind"))).isEqualTo("First");
  }

  @Test
  void aCodeOfTheCutNodeGoesToTheDatabaseAndIsRedeemedElsewhere() {
    joinBeforeDatabase();
    peers.get(2).cut();

    assertThat(stores.get(2).create(key("rescued"), grant("rescued"))).isTrue();

    assertThat(attempt(stores.get(0), key("rescued"))).isEqualTo("First");
    assertThat(attempt(stores.get(2), key("rescued"))).isNotEqualTo("First");
  }

  @Test
  void whatIsRevokedOnOneSideIsNotAcceptedOnTheOtherNorAfterTheMerge() {
    joinBeforeDatabase();
    stores.get(0).create(key("revoked"), grant("revoked"));
    stores.get(0).create(key("session"), grant("other"));
    peers.get(2).cut();
    await(() -> peers.get(0).cluster().standing().view() == 2);

    stores.get(0).revokeAll(GrantFilter.ofGrant("revoked"));
    stores.get(2).revokeAll(GrantFilter.ofSession(GrantType.AUTHORIZATION_CODE, "session"));

    assertThat(attempt(stores.get(2), key("revoked"))).isNotEqualTo("First");
    assertThat(attempt(stores.get(0), key("session"))).isNotEqualTo("First");
    peers.get(2).heal();
    await(() -> peers.stream().allMatch(peer -> peer.cluster().isWhole()));
    for (GrantStore store : stores) {
      assertThat(attempt(store, key("revoked"))).isNotEqualTo("First");
      assertThat(attempt(store, key("session"))).isNotEqualTo("First");
      assertThat(store.find(key("revoked"))).isEmpty();
    }
  }

  @Test
  void theLastOfTwoGoesOnAfterTheOtherIsGone() {
    joinBeforeDatabase();
    peers.get(1).cut();
    peers.get(2).cut();
    peers.get(1).cluster().close();
    peers.get(2).cluster().close();

    await(() -> peers.get(0).cluster().isWhole() && peers.get(0).cluster().standing().view() == 1);

    assertThat(stores.get(0).create(key("last"), grant("last"))).isTrue();
    assertThat(attempt(stores.get(0), key("last"))).isEqualTo("First");
  }

  @Test
  void theGridAloneDoublesNoUseEither() throws InterruptedException {
    joinAlone();

    List<List<String>> race = raceFor(kept("alone"), () -> peers.get(2).cut());

    assertNoDoubles(race);
  }

  @Test
  void theGridAloneRefusesInAMinority() {
    joinAlone();
    stores.get(0).create(key("minority"), grant("minority"));
    peers.get(2).cut();
    await(() -> !peers.get(2).cluster().standing().isGood());

    assertThatThrownBy(() -> stores.get(2).consume(key("minority"), "client"))
        .isInstanceOf(StoreUnavailableException.class);
    await(() -> peers.get(0).cluster().standing().view() == 2);
    assertThat(attempt(stores.get(1), key("minority"))).isEqualTo("First");
  }

  @Test
  void resultsOfAUseAreFoundOnEveryNode() {
    joinAlone();
    stores.get(0).create(key("use"), grant("use"));

    Outcome<StoredGrant> outcome =
        stores.get(1).consume(key("use"), "client", List.of(new NewGrant(key("r"), grant("use"))));

    assertThat(outcome).isInstanceOf(Outcome.First.class);
    assertThat(stores.get(2).findAll(GrantFilter.ofGrant("use"))).hasSize(1);
  }
}
