package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.model.SigningAlgorithm.ES256;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.fixture.Keys;
import org.gatehouse.store.Race;
import org.gatehouse.store.StoreUnavailableException;
import org.infinispan.Cache;
import org.infinispan.container.entries.CacheEntry;
import org.infinispan.context.Flag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keys in the grid alone, while members start, are cut off and end")
class GridKeysIT {
  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final int SLOTS = 60;
  private static final int CUT_AT = 20;

  private final String name = UUID.randomUUID().toString();
  private final List<Peer> peers = new ArrayList<>();
  private final List<GridSealedKeyStore> stores = new ArrayList<>();

  private void add(Peer peer) {
    peers.add(peer);
    stores.add(new GridSealedKeyStore(peer.cluster(), new Handles()));
  }

  private void join(String... nodes) {
    for (String node : nodes) {
      add(Peer.ofThree(name, node));
    }
    stores.forEach(store -> store.await(LONGEST));
  }

  @AfterEach
  void leave() {
    peers.forEach(Peer::heal);
    peers.forEach(Peer::close);
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the moment has not come").isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static SealedKey key(String slot, String envelope) {
    return new SealedKey(KeyKind.RING, slot, envelope);
  }

  private static void refuses(ThrowingCallable call) {
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(call);
  }

  private Cache<String, GridKey> cache(int peer) {
    return peers.get(peer).cluster().cache("keys", new NewerBeatsOlder());
  }

  private int holders(int peer) {
    return cache(peer)
        .getAdvancedCache()
        .getDistributionManager()
        .getCacheTopology()
        .getMembers()
        .size();
  }

  /** Cuts the third of three, and waits until all have noticed. */
  private void cutTheThird() {
    peers.get(2).cut();
    await(() -> holders(0) == 2 && holders(1) == 2);
    await(() -> !peers.get(2).cluster().standing().isGood());
    stores.get(0).await(LONGEST);
    stores.get(1).await(LONGEST);
  }

  @Test
  void areNeitherMadeNorReadByAMinority() {
    join("a", "b", "c");
    stores.get(0).create(key("1", "first"));
    cutTheThird();

    refuses(() -> stores.get(2).create(key("2", "lost")));
    refuses(() -> stores.get(2).replace(key("1", "first"), "lost"));
    refuses(() -> stores.get(2).findAll(KeyKind.RING));
  }

  /** What is left of a command that a member heard and whose end nobody learned. */
  private void leave(int peer, String slot, String envelope) {
    cache(peer)
        .getAdvancedCache()
        .withFlags(Flag.CACHE_MODE_LOCAL)
        .put("ring:" + slot, GridKey.first(envelope, "lost-" + slot));
  }

  @Test
  @DisplayName(
      "are not read by a member that is cut off and has not noticed it, unless all had them")
  void areNotReadFromWhatAMemberAloneHas() {
    join("a", "b", "c");
    stores.get(0).create(key("1", "first"));
    assertThat(stores.get(2).findAll(KeyKind.RING)).containsExactly(key("1", "first"));
    leave(2, "2", "heard by one");

    peers.get(2).cut();

    refuses(() -> stores.get(2).findAll(KeyKind.RING));
  }

  @Test
  void areOnAllMembersBeforeTheyAreRead() {
    join("a", "b", "c");
    leave(1, "1", "heard by one");

    assertThat(stores.get(1).findAll(KeyKind.RING)).containsExactly(key("1", "heard by one"));

    for (GridSealedKeyStore store : stores) {
      assertThat(store.findAll(KeyKind.RING)).containsExactly(key("1", "heard by one"));
    }
  }

  @Test
  @DisplayName("are the same on all members also where one has heard of a key that others have not")
  void areTheSameOnAllMembersWhereOneAloneHasFilledTheSlot() {
    join("a", "b", "c");
    for (int slot = 10; slot < 40; slot++) {
      leave(1, "" + slot, "heard by one");
    }

    List<SealedKey> expected = new ArrayList<>();
    for (int slot = 10; slot < 40; slot++) {
      boolean isMade = stores.get(0).create(key("" + slot, "made"));
      expected.add(key("" + slot, isMade ? "made" : "heard by one"));
    }

    for (GridSealedKeyStore store : stores) {
      assertThat(store.findAll(KeyKind.RING)).isEqualTo(expected);
    }
    assertThat(expected).extracting(SealedKey::envelope).contains("made", "heard by one");
  }

  @Test
  void goOnWithTheMajorityAndAreReadByTheOtherWhenItIsBack() {
    join("a", "b", "c");
    stores.get(0).create(key("1", "first"));
    cutTheThird();

    assertThat(stores.get(1).create(key("2", "second"))).isTrue();
    assertThat(stores.get(0).replace(key("1", "first"), "newer")).isTrue();
    peers.get(2).heal();
    stores.get(2).await(LONGEST);

    assertThat(stores.get(2).findAll(KeyKind.RING))
        .containsExactly(key("1", "newer"), key("2", "second"));
    assertThat(stores.get(2).create(key("2", "third"))).isFalse();
  }

  private String attempt(int member, SealedKey key) {
    try {
      return stores.get(member).create(key) ? "made" : "taken";
    } catch (StoreUnavailableException e) {
      return "refused";
    }
  }

  @Test
  void areMadeOnceAndKeptAlsoWhileAMemberIsCutOff() throws InterruptedException {
    join("a", "b", "c");
    List<List<String>> answers;
    try (Race race = new Race(3, SLOTS)) {
      answers =
          race.run(
              (at, racer) -> {
                if (at == CUT_AT && racer == 0) {
                  peers.get(2).cut();
                }
                return attempt(racer, key("s" + at, "r" + racer));
              });
    }
    peers.get(2).heal();
    stores.forEach(store -> store.await(LONGEST));

    List<SealedKey> kept = stores.get(2).findAll(KeyKind.RING);
    for (int at = 0; at < SLOTS; at++) {
      assertThat(answers.get(at)).filteredOn("made"::equals).hasSizeLessThanOrEqualTo(1);
      int winner = answers.get(at).indexOf("made");
      if (winner >= 0) {
        assertThat(kept).contains(key("s" + at, "r" + winner));
      }
    }
    assertThat(answers.get(SLOTS - 1)).contains("made");
  }

  @Test
  void waitForTheMajorityAtTheStartAndNotForEver() {
    add(Peer.ofThree(name, "a"));

    refuses(() -> stores.get(0).await(Duration.ofMillis(300)));

    join("b");
    assertThat(stores.get(0).create(key("1", "first"))).isTrue();
    assertThat(stores.get(1).findAll(KeyKind.RING)).containsExactly(key("1", "first"));
  }

  /** What a start does: waits, then reads the ring and the signing keys, or makes them. */
  private static String start(GridSealedKeyStore store, CyclicBarrier barrier) throws Exception {
    barrier.await();
    store.await(LONGEST);
    SigningKeys signing =
        new SigningKeys(store, Keys.master(1), Keys.config(Keys.NOWHERE, ES256), Keys.CLOCK);
    return Keys.ring(store).current().id() + " " + signing.current(ES256).kid();
  }

  @Test
  void areOneSetWhereTwoNodesStartAtOnceAndHaveFoundedClustersOfTheirOwn() throws Exception {
    add(Peer.apart(name, "a"));
    add(Peer.apart(name, "b"));
    refuses(() -> stores.get(0).create(key("1", "alone")));
    refuses(() -> stores.get(1).create(key("1", "alone")));
    CyclicBarrier barrier = new CyclicBarrier(3);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> starts = new ArrayList<>();
      for (GridSealedKeyStore store : stores) {
        Callable<String> start = () -> start(store, barrier);
        starts.add(pool.submit(start));
      }
      barrier.await();
      peers.forEach(Peer::heal);

      assertThat(starts.get(0).get()).isEqualTo(starts.get(1).get());
    } finally {
      pool.shutdownNow();
    }
    assertThat(stores.get(0).findAll(KeyKind.RING)).hasSize(1);
    assertThat(stores.get(1).findAll(KeyKind.SIGNING)).hasSize(1);
  }

  @Test
  void areAllThereOnAMemberThatComesLater() {
    join("a", "b");
    stores.get(0).create(key("1", "first"));

    join("c");
    peers.get(0).close();

    await(() -> holders(2) == 2);
    stores.get(2).await(LONGEST);
    assertThat(stores.get(2).findAll(KeyKind.RING)).containsExactly(key("1", "first"));
  }

  @Test
  @DisplayName("what is left cannot know whether the others went on without it")
  void areRefusedForGoodWhereMoreThanHalfWereLostAtOnce() {
    join("a", "b", "c");
    stores.get(0).create(key("1", "first"));
    peers.get(1).cut();
    peers.get(2).cut();
    peers.get(1).close();
    peers.get(2).close();
    await(() -> !peers.get(0).cluster().standing().isGood());

    add(Peer.ofThree(name, "d"));
    add(Peer.ofThree(name, "e"));
    await(() -> peers.get(0).cluster().standing().view() == 3);

    refuses(() -> stores.get(4).await(Duration.ofSeconds(3)));
    refuses(() -> stores.get(0).findAll(KeyKind.RING));
  }

  @Test
  void neverExpire() {
    join("a", "b");
    stores.get(0).create(key("1", "first"));
    stores.get(1).replace(key("1", "first"), "second");

    CacheEntry<String, GridKey> entry = cache(0).getAdvancedCache().getCacheEntry("ring:1");
    assertThat(entry.getLifespan()).isEqualTo(-1);
    assertThat(entry.getMaxIdle()).isEqualTo(-1);
  }

  @Test
  void endWithTheLastMember() {
    join("a", "b");
    stores.get(0).create(key("1", "first"));
    peers.forEach(Peer::close);
    peers.clear();
    stores.clear();

    join("a", "b");

    assertThat(stores.get(0).findAll(KeyKind.RING)).isEmpty();
  }
}
