package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link SealedKeyStore} does. Extend it with a store of your own. */
@DisplayName("The contract of stores for sealed keys")
public abstract class SealedKeyStoreContract {
  private static final int RACERS = 4;
  private static final int HURDLES = 50;

  private SealedKeyStore store;

  /** A new store without keys. Further calls in one test give further nodes of the same store. */
  protected abstract SealedKeyStore open() throws Exception;

  @BeforeEach
  void openTheStore() throws Exception {
    store = open();
  }

  @Test
  void hasNothingAtFirst() {
    for (KeyKind kind : KeyKind.values()) {
      assertThat(store.findAll(kind)).isEmpty();
    }
  }

  @Test
  void findsWhatWasKeptByItsKindInTheOrderOfSlots() throws Exception {
    store.create(key(KeyKind.RING, "b", "one"));
    store.create(key(KeyKind.RING, "a", "two"));
    store.create(key(KeyKind.SIGNING, "a", "three"));

    assertThat(open().findAll(KeyKind.RING))
        .containsExactly(key(KeyKind.RING, "a", "two"), key(KeyKind.RING, "b", "one"));
    assertThat(store.findAll(KeyKind.SIGNING)).containsExactly(key(KeyKind.SIGNING, "a", "three"));
  }

  @Test
  void keepsTheLongestEnvelope() {
    SealedKey longest = key(KeyKind.RING, "1", "x".repeat(65_536));

    assertThat(store.create(longest)).isTrue();
    assertThat(store.findAll(KeyKind.RING)).containsExactly(longest);
  }

  @Test
  void fillsASlotOnce() {
    assertThat(store.create(key(KeyKind.RING, "1", "first"))).isTrue();
    assertThat(store.create(key(KeyKind.RING, "1", "second"))).isFalse();
    assertThat(store.findAll(KeyKind.RING)).containsExactly(key(KeyKind.RING, "1", "first"));
  }

  @Test
  void replacesWhatIsKnown() {
    SealedKey first = key(KeyKind.RING, "1", "first");
    store.create(first);

    assertThat(store.replace(first, "second")).isTrue();
    assertThat(store.replace(key(KeyKind.RING, "1", "second"), "third")).isTrue();
    assertThat(store.findAll(KeyKind.RING)).containsExactly(key(KeyKind.RING, "1", "third"));
    assertThat(store.create(first)).as("the slot stays taken").isFalse();
  }

  @Test
  void replacesNothingThatWasReplacedBefore() {
    SealedKey first = key(KeyKind.RING, "1", "first");
    store.create(first);
    store.replace(first, "second");

    assertThat(store.replace(first, "third")).isFalse();
    assertThat(store.findAll(KeyKind.RING)).containsExactly(key(KeyKind.RING, "1", "second"));
  }

  @Test
  void replacesNothingThatIsNotThere() {
    assertThat(store.replace(key(KeyKind.RING, "1", "first"), "second")).isFalse();
    assertThat(store.findAll(KeyKind.RING)).isEmpty();
  }

  @Test
  void saysWhereASlotIs() {
    assertThat(store.location(KeyKind.SIGNING, "RS256-1")).contains("RS256-1").contains("signing");
  }

  @Test
  @DisplayName("N nodes, one slot: one fills it, and all read the same")
  void letsOneOfManyFillASlot() throws Exception {
    List<SealedKeyStore> nodes = nodes();
    try (Race race = new Race(RACERS, HURDLES)) {
      List<List<Boolean>> answers =
          race.run(
              (at, racer) -> nodes.get(racer).create(key(KeyKind.SIGNING, "s" + at, "r" + racer)));

      for (int at = 0; at < HURDLES; at++) {
        assertThat(answers.get(at)).containsOnlyOnce(true);
        int winner = answers.get(at).indexOf(true);
        assertThat(store.findAll(KeyKind.SIGNING))
            .contains(key(KeyKind.SIGNING, "s" + at, "r" + winner));
      }
      assertThat(store.findAll(KeyKind.SIGNING)).hasSize(HURDLES);
    }
  }

  @Test
  @DisplayName("N nodes, one known key: one replaces it")
  void letsOneOfManyReplaceAKey() throws Exception {
    List<SealedKeyStore> nodes = nodes();
    IntStream.range(0, HURDLES).forEach(at -> store.create(key(KeyKind.RING, "s" + at, "old")));
    try (Race race = new Race(RACERS, HURDLES)) {
      List<List<Boolean>> answers =
          race.run(
              (at, racer) ->
                  nodes.get(racer).replace(key(KeyKind.RING, "s" + at, "old"), "r" + racer));

      for (int at = 0; at < HURDLES; at++) {
        assertThat(answers.get(at)).containsOnlyOnce(true);
        int winner = answers.get(at).indexOf(true);
        assertThat(store.findAll(KeyKind.RING)).contains(key(KeyKind.RING, "s" + at, "r" + winner));
      }
    }
  }

  @Test
  void readsEverySlotWhileOthersReplace() throws Exception {
    List<SealedKeyStore> nodes = nodes();
    store.create(key(KeyKind.RING, "1", "0"));
    store.create(key(KeyKind.RING, "2", "0"));
    try (Race race = new Race(RACERS, HURDLES)) {
      List<List<Integer>> found =
          race.run(
              (at, racer) -> {
                List<SealedKey> keys = nodes.get(racer).findAll(KeyKind.RING);
                keys.forEach(key -> nodes.get(racer).replace(key, at + "-" + racer));
                return keys.size();
              });

      assertThat(found).allSatisfy(sizes -> assertThat(sizes).containsOnly(2));
    }
  }

  private List<SealedKeyStore> nodes() throws Exception {
    return List.of(open(), open(), open(), open());
  }

  private static SealedKey key(KeyKind kind, String slot, String envelope) {
    return new SealedKey(kind, slot, envelope);
  }
}
