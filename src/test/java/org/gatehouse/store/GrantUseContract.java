package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link GrantStoreContract} on one-time use, and what all its parts are made of. */
public abstract class GrantUseContract {
  static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  static final String CLIENT = "client";

  final SettableClock clock = new SettableClock(NOW);
  final String mine = UUID.randomUUID().toString();
  final GrantKey key = key(GrantType.AUTHORIZATION_CODE, "a");
  final GrantKey nextKey = key(GrantType.AUTHORIZATION_CODE, "next");
  GrantStore store;
  Race race;

  /** A store that takes the time from this clock. */
  protected abstract GrantStore store(Clock time);

  /** How many callers race. */
  protected int threads() {
    return 16;
  }

  /** For how many keys they do. */
  protected int rounds() {
    return 2_000;
  }

  @BeforeEach
  void makeStore() {
    store = store(clock);
    race = new Race(threads(), rounds());
  }

  @AfterEach
  void endRaces() {
    race.close();
  }

  GrantKey key(GrantType type, String name) {
    return GrantKey.of(type, new Handle(mine + name));
  }

  StoredGrant grant(String payload) {
    return new StoredGrant(
        mine + "grant",
        CLIENT,
        Optional.of(mine + "alice"),
        Optional.of(mine + "session"),
        clock.instant(),
        clock.instant().plusSeconds(60),
        payload);
  }

  GrantFilter ofGrant() {
    return GrantFilter.ofGrant(mine + "grant");
  }

  /** The keys of a race. */
  List<GrantKey> keys(GrantType type, String name) {
    return IntStream.range(0, rounds()).mapToObj(round -> key(type, name + round)).toList();
  }

  List<List<GrantKey>> successors(String name) {
    return IntStream.range(0, threads())
        .mapToObj(racer -> keys(GrantType.REFRESH_TOKEN, name + racer + "-"))
        .toList();
  }

  List<NewGrant> results(GrantKey resultKey, StoredGrant grant) {
    return List.of(new NewGrant(resultKey, grant));
  }

  /** Replays are told which authorization the grant belonged to, and nothing else of it. */
  private Outcome<StoredGrant> replayed() {
    return new Outcome.Replayed<>(mine + "grant");
  }

  static long count(List<Outcome<StoredGrant>> outcomes, Class<?> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }

  private void assertOneWinner(List<List<Outcome<StoredGrant>>> race) {
    assertThat(race)
        .allSatisfy(
            outcomes -> {
              assertThat(count(outcomes, Outcome.First.class)).isOne();
              assertThat(count(outcomes, Outcome.Replayed.class)).isEqualTo(threads() - 1L);
            });
  }

  @Nested
  @DisplayName("consume: once, whoever asks")
  class Consuming {
    @Test
    void givesTheGrantOnceAndTellsAReplayFromAnUnknownKey() {
      StoredGrant kept = grant("payload");
      store.create(key, kept);

      assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.First<>(kept));
      assertThat(store.consume(key, CLIENT)).isEqualTo(replayed());
      assertThat(store.consume(key, CLIENT)).isEqualTo(replayed());
      assertThat(store.consume(nextKey, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void hidesAUsedUpGrant() {
      store.create(key, grant("payload"));
      store.consume(key, CLIENT);

      assertThat(store.find(key)).isEmpty();
      assertThat(store.findAll(ofGrant())).isEmpty();
    }

    @Test
    void doesNotBurnTheGrantOfAnotherClient() {
      StoredGrant kept = grant("payload");
      store.create(key, kept);

      assertThat(store.consume(key, "thief")).isEqualTo(unknown());
      assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.First<>(kept));
      assertThat(store.consume(key, "thief")).isEqualTo(unknown());
    }

    @Test
    void hasOneWinnerOfMany() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.AUTHORIZATION_CODE, "consume");
      raced.forEach(each -> store.create(each, grant("payload")));

      assertOneWinner(race.run((round, racer) -> store.consume(raced.get(round), CLIENT)));
    }
  }

  @Nested
  @DisplayName("consume with results: both or neither")
  class ConsumingForResults {
    private final GrantKey otherKey = key(GrantType.CONSENT, "other");
    private final StoredGrant next = grant("next");
    private final List<NewGrant> results =
        List.of(new NewGrant(nextKey, next), new NewGrant(otherKey, grant("other")));

    private void assertNothingKept() {
      assertThat(store.find(nextKey)).isEmpty();
      assertThat(store.find(otherKey)).isEmpty();
    }

    @Test
    void usesUpTheOldAndKeepsTheNew() {
      StoredGrant old = grant("old");
      store.create(key, old);

      assertThat(store.consume(key, CLIENT, results)).isEqualTo(new Outcome.First<>(old));
      assertThat(store.find(key)).isEmpty();
      assertThat(store.find(nextKey)).contains(next);
      assertThat(store.find(otherKey)).map(StoredGrant::payload).contains("other");
    }

    @Test
    void givesAResultAnEndOfItsOwn() {
      store.create(key, grant("old"));
      StoredGrant brief = next.until(NOW.plusSeconds(10));
      store.consume(key, CLIENT, results(nextKey, brief));

      assertThat(store.find(nextKey)).contains(brief);
      clock.set(NOW.plusSeconds(10));
      assertThat(store.find(nextKey)).isEmpty();
      assertThat(store.consume(key, CLIENT)).isEqualTo(replayed());
    }

    @Test
    void makesAResultThatCanBeUsedUpItself() {
      store.create(key, grant("old"));
      store.consume(key, CLIENT, results(nextKey, next));

      assertThat(store.consume(nextKey, CLIENT, results(otherKey, grant("other"))))
          .isEqualTo(new Outcome.First<>(next));
      assertThat(store.consume(nextKey, CLIENT)).isEqualTo(replayed());
      assertThat(store.find(otherKey)).isPresent();
    }

    @Test
    void keepsNoResultOfAReplay() {
      store.create(key, grant("old"));
      store.consume(key, CLIENT);

      assertThat(store.consume(key, CLIENT, results)).isEqualTo(replayed());
      assertNothingKept();
    }

    @Test
    void keepsNoResultOfAnUnknownKey() {
      assertThat(store.consume(key, CLIENT, results)).isEqualTo(unknown());
      assertNothingKept();
    }

    @Test
    void keepsNoResultOfAnExpiredGrant() {
      store.create(key, grant("old"));
      clock.set(NOW.plusSeconds(60));

      assertThat(store.consume(key, CLIENT, results(nextKey, grant("next")))).isEqualTo(unknown());
      assertNothingKept();
    }

    @Test
    void doesNotBurnTheGrantOfAnotherClient() {
      store.create(key, grant("old"));

      assertThat(store.consume(key, "thief", results)).isEqualTo(unknown());
      assertNothingKept();
      assertThat(store.find(key)).isPresent();
    }

    @Test
    void usesNothingUpWhereTheKeyOfAResultIsTaken() {
      store.create(key, grant("old"));
      store.create(otherKey, grant("taken"));

      assertThatIllegalStateException().isThrownBy(() -> store.consume(key, CLIENT, results));
      assertThat(store.find(key)).map(StoredGrant::payload).contains("old");
      assertThat(store.find(nextKey)).isEmpty();
      assertThat(store.find(otherKey)).map(StoredGrant::payload).contains("taken");
      assertThat(store.consume(key, CLIENT)).isInstanceOf(Outcome.First.class);
    }

    @Test
    void usesNothingUpWhereTheKeyOfAResultIsThatOfAUsedUpGrant() {
      store.create(key, grant("old"));
      store.create(nextKey, grant("taken"));
      store.consume(nextKey, CLIENT);

      assertThatIllegalStateException().isThrownBy(() -> store.consume(key, CLIENT, results));
      assertThat(store.find(key)).isPresent();
      assertNothingKept();
    }

    @Test
    void usesNothingUpWhereTwoResultsHaveOneKey() {
      store.create(key, grant("old"));
      NewGrant twice = new NewGrant(nextKey, next);

      assertThatIllegalStateException()
          .isThrownBy(() -> store.consume(key, CLIENT, List.of(twice, twice)));
      assertThat(store.find(key)).isPresent();
      assertNothingKept();
    }

    @Test
    void hasOneWinnerAndTheResultsOfThatOne() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.REFRESH_TOKEN, "rotate");
      List<List<GrantKey>> successors = successors("rotated");
      raced.forEach(each -> store.create(each, grant("old")));

      List<List<Outcome<StoredGrant>>> outcomes =
          race.run(
              (round, racer) ->
                  store.consume(
                      raced.get(round),
                      CLIENT,
                      results(successors.get(racer).get(round), grant("next"))));

      assertOneWinner(outcomes);
      assertThat(store.findAll(ofGrant())).hasSize(rounds());
      for (int racer = 0; racer < threads(); racer++) {
        for (int round = 0; round < rounds(); round++) {
          assertThat(store.find(successors.get(racer).get(round)).isPresent())
              .isEqualTo(outcomes.get(round).get(racer) instanceof Outcome.First);
        }
      }
    }

    @Test
    void hasOneWinnerAmongGrantsThatWouldResultInTheSame() throws InterruptedException {
      List<List<GrantKey>> rivals = successors("rival");
      List<GrantKey> wanted = keys(GrantType.REFRESH_TOKEN, "wanted");
      rivals.forEach(keys -> keys.forEach(each -> store.create(each, grant("old"))));

      List<List<Boolean>> won =
          race.run((round, racer) -> wins(rivals.get(racer).get(round), wanted.get(round)));

      assertThat(won).allSatisfy(wins -> assertThat(wins).containsOnlyOnce(true));
      for (int racer = 0; racer < threads(); racer++) {
        for (int round = 0; round < rounds(); round++) {
          assertThat(store.find(rivals.get(racer).get(round)).isPresent())
              .isNotEqualTo(won.get(round).get(racer));
        }
      }
    }

    private boolean wins(GrantKey rival, GrantKey wanted) {
      try {
        store.consume(rival, CLIENT, results(wanted, grant("next")));
        return true;
      } catch (IllegalStateException e) {
        return false;
      }
    }
  }

  static Outcome<StoredGrant> unknown() {
    return new Outcome.Unknown<>();
  }
}
