package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link GrantStore} keeps, whoever wrote it; in the artefact of type {@code test-jar},
 * which needs JUnit 5 and AssertJ. An adapter is tested by a class of its own that extends this one
 * and says how a store is made:
 *
 * <pre>{@code
 * class RedisGrantStoreTest extends GrantStoreContract {
 *   protected GrantStore store(Clock clock) {
 *     return new RedisGrantStore(redis, clock);
 *   }
 * }
 * }</pre>
 *
 * {@link Race} and {@link SettableClock} belong to it. Each test asks for one store and uses keys
 * that no other test uses, so the data behind it may be shared and need not be emptied. The clock
 * is the only source of time: a store that leaves expiry to its database compares with the instant
 * of this clock. {@link #threads} and {@link #rounds} say how hard the races are; a store behind a
 * network may override them.
 */
public abstract class GrantStoreContract {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private static final String CLIENT = "client";

  private final SettableClock clock = new SettableClock(NOW);
  private final String mine = UUID.randomUUID().toString();
  private final GrantKey key = key(GrantType.AUTHORIZATION_CODE, "a");
  private final GrantKey nextKey = key(GrantType.AUTHORIZATION_CODE, "next");
  private GrantStore store;
  private Race race;

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

  private GrantKey key(GrantType type, String name) {
    return GrantKey.of(type, new Handle(mine + name));
  }

  private StoredGrant grant(String payload) {
    return new StoredGrant(
        mine + "grant",
        CLIENT,
        Optional.of(mine + "alice"),
        Optional.of(mine + "session"),
        clock.instant(),
        clock.instant().plusSeconds(60),
        payload);
  }

  private GrantFilter ofGrant() {
    return GrantFilter.ofGrant(mine + "grant");
  }

  /** The keys of a race. */
  private List<GrantKey> keys(GrantType type, String name) {
    return IntStream.range(0, rounds()).mapToObj(round -> key(type, name + round)).toList();
  }

  private List<List<GrantKey>> successors(String name) {
    return IntStream.range(0, threads())
        .mapToObj(racer -> keys(GrantType.REFRESH_TOKEN, name + racer + "-"))
        .toList();
  }

  private static long count(List<Outcome<StoredGrant>> outcomes, Class<?> kind) {
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
  @DisplayName("create and find")
  class Keeping {
    @Test
    void findsWhatWasCreated() {
      StoredGrant kept = grant("payload");

      assertThat(store.create(key, kept)).isTrue();
      assertThat(store.find(key)).contains(kept);
    }

    @Test
    void overwritesNothing() {
      store.create(key, grant("first"));

      assertThat(store.create(key, grant("second"))).isFalse();
      assertThat(store.find(key)).map(StoredGrant::payload).contains("first");
    }

    @Test
    void doesNotReuseTheKeyOfAUsedUpGrant() {
      store.create(key, grant("first"));
      store.consume(key, CLIENT);

      assertThat(store.create(key, grant("second"))).isFalse();
      assertThat(store.find(key)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheKindsOfGrantsApart(GrantType type) {
      store.create(key(type, "typed"), grant("payload"));

      for (GrantType other : GrantType.values()) {
        assertThat(store.find(key(other, "typed")).isPresent()).isEqualTo(other == type);
        assertThat(store.consume(key(other, "typed"), "nobody")).isEqualTo(unknown());
      }
    }

    @Test
    void letsOneOfManyCreateAKey() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.CONSENT, "create");

      assertThat(race.run((round, racer) -> store.create(raced.get(round), grant("x"))))
          .allSatisfy(created -> assertThat(created).containsOnlyOnce(true));
    }
  }

  @Nested
  @DisplayName("consume: once, whoever asks")
  class Consuming {
    @Test
    void givesTheGrantOnceAndTellsAReplayFromAnUnknownKey() {
      StoredGrant kept = grant("payload");
      store.create(key, kept);

      assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.First<>(kept));
      assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.Replayed<>(kept));
      assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.Replayed<>(kept));
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
  @DisplayName("rotate: both or neither")
  class Rotating {
    private final StoredGrant next = grant("next");

    @Test
    void usesUpTheOldAndKeepsTheNew() {
      StoredGrant old = grant("old");
      store.create(key, old);

      assertThat(store.rotate(key, CLIENT, nextKey, next)).isEqualTo(new Outcome.First<>(old));
      assertThat(store.find(key)).isEmpty();
      assertThat(store.find(nextKey)).contains(next);
    }

    @Test
    void keepsNoSuccessorOfAReplay() {
      store.create(key, grant("old"));
      store.consume(key, CLIENT);

      assertThat(store.rotate(key, CLIENT, nextKey, next)).isInstanceOf(Outcome.Replayed.class);
      assertThat(store.find(nextKey)).isEmpty();
    }

    @Test
    void keepsNoSuccessorOfAnUnknownKey() {
      assertThat(store.rotate(key, CLIENT, nextKey, next)).isEqualTo(unknown());
      assertThat(store.find(nextKey)).isEmpty();
    }

    @Test
    void doesNotBurnTheGrantOfAnotherClient() {
      store.create(key, grant("old"));

      assertThat(store.rotate(key, "thief", nextKey, next)).isEqualTo(unknown());
      assertThat(store.find(nextKey)).isEmpty();
      assertThat(store.find(key)).isPresent();
    }

    @Test
    void usesNothingUpWhereTheKeyOfTheSuccessorIsTaken() {
      store.create(key, grant("old"));
      store.create(nextKey, grant("taken"));

      assertThatIllegalStateException().isThrownBy(() -> store.rotate(key, CLIENT, nextKey, next));
      assertThat(store.find(key)).isPresent();
      assertThat(store.find(nextKey)).map(StoredGrant::payload).contains("taken");
    }

    @Test
    void hasOneWinnerAndOneSuccessorOfMany() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.REFRESH_TOKEN, "rotate");
      List<List<GrantKey>> successors = successors("rotated");
      raced.forEach(each -> store.create(each, grant("old")));

      assertOneWinner(
          race.run(
              (round, racer) ->
                  store.rotate(raced.get(round), CLIENT, successors.get(racer).get(round), next)));
      assertThat(store.findAll(ofGrant())).hasSize(rounds());
    }
  }

  @Nested
  @DisplayName("revoke: for good")
  class Revoking {
    @Test
    void endsTheGrantForEveryVerb() {
      store.create(key, grant("payload"));

      store.revoke(key);

      assertThat(store.find(key)).isEmpty();
      assertThat(store.findAll(ofGrant())).isEmpty();
      assertThat(store.renew(key, clock.instant().plusSeconds(100))).isFalse();
      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
      assertThat(store.rotate(key, CLIENT, nextKey, grant("next"))).isEqualTo(unknown());
      assertThat(store.find(nextKey)).isEmpty();
    }

    @Test
    void endsAlsoWhatWasUsedUp() {
      store.create(key, grant("payload"));
      store.consume(key, CLIENT);

      store.revokeAll(ofGrant());

      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void leavesNoSuccessorBehindInARace() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.REFRESH_TOKEN, "revoke");
      List<List<GrantKey>> successors = successors("revoked");
      for (int round = 0; round < rounds(); round++) {
        store.create(raced.get(round), ofFamily(round));
      }

      race.run(
          (round, racer) -> {
            if (racer % 2 == 0) {
              GrantKey successor = successors.get(racer).get(round);
              store.rotate(raced.get(round), CLIENT, successor, ofFamily(round));
            } else {
              store.revokeAll(GrantFilter.ofGrant(mine + "family" + round));
            }
            return racer;
          });

      assertThat(IntStream.range(0, rounds()))
          .allSatisfy(
              round ->
                  assertThat(store.findAll(GrantFilter.ofGrant(mine + "family" + round)))
                      .isEmpty());
    }

    private StoredGrant ofFamily(int round) {
      return new StoredGrant(
          mine + "family" + round,
          CLIENT,
          Optional.empty(),
          Optional.empty(),
          NOW,
          NOW.plusSeconds(60),
          "");
    }
  }

  @Nested
  @DisplayName("findAll and revokeAll: those that match everything given")
  class Filtering {
    private final GrantKey code = key(GrantType.AUTHORIZATION_CODE, "f1");
    private final GrantKey refresh = key(GrantType.REFRESH_TOKEN, "f2");
    private final GrantKey consent = key(GrantType.CONSENT, "f3");
    private final GrantKey other = key(GrantType.REFRESH_TOKEN, "f4");

    private StoredGrant made(String grant, String client, String subject, String session) {
      clock.advance(Duration.ofMillis(1));
      return new StoredGrant(
          mine + grant,
          client,
          Optional.of(subject).filter(s -> !s.isEmpty()).map(mine::concat),
          Optional.of(session).filter(s -> !s.isEmpty()).map(mine::concat),
          clock.instant(),
          NOW.plusSeconds(60),
          grant);
    }

    @BeforeEach
    void keepSome() {
      store.create(code, made("g1", "web", "alice", "s1"));
      store.create(refresh, made("g1", "web", "alice", "s1"));
      store.create(consent, made("g2", "web", "alice", ""));
      store.create(other, made("g3", "app", "alice", "s2"));
    }

    private List<GrantKey> left() {
      return List.of(code, refresh, consent, other).stream()
          .filter(each -> store.find(each).isPresent())
          .toList();
    }

    @Test
    void findsTheOldestFirst() {
      GrantFilter alice = filter(Optional.empty(), "", "alice", "", "");

      assertThat(store.findAll(alice))
          .extracting(StoredGrant::payload)
          .containsExactly("g1", "g1", "g2", "g3");
    }

    @Test
    void revokesByGrant() {
      store.revokeAll(GrantFilter.ofGrant(mine + "g1"));

      assertThat(left()).containsExactly(consent, other);
    }

    @Test
    void revokesByKindAndSession() {
      store.revokeAll(GrantFilter.ofSession(GrantType.REFRESH_TOKEN, mine + "s1"));

      assertThat(left()).containsExactly(code, consent, other);
    }

    @Test
    void revokesByKindSubjectAndClient() {
      store.revokeAll(GrantFilter.of(GrantType.REFRESH_TOKEN, mine + "alice", "app"));

      assertThat(left()).containsExactly(code, refresh, consent);
    }

    @Test
    void revokesBySubjectAndClientOfEveryKind() {
      store.revokeAll(filter(Optional.empty(), "", "alice", "web", ""));

      assertThat(left()).containsExactly(other);
    }

    @Test
    void findsNothingOfAnotherUser() {
      assertThat(store.findAll(GrantFilter.of(GrantType.CONSENT, mine + "bob", "web"))).isEmpty();
      assertThat(store.findAll(GrantFilter.ofGrant(mine + "g9"))).isEmpty();
    }

    private GrantFilter filter(
        Optional<GrantType> type, String grant, String subject, String client, String session) {
      return new GrantFilter(
          type,
          Optional.of(grant).filter(s -> !s.isEmpty()).map(mine::concat),
          Optional.of(subject).filter(s -> !s.isEmpty()).map(mine::concat),
          Optional.of(client).filter(s -> !s.isEmpty()),
          Optional.of(session).filter(s -> !s.isEmpty()).map(mine::concat));
    }
  }

  @Nested
  @DisplayName("expiry and renew")
  class Expiring {
    @BeforeEach
    void keep() {
      store.create(key, grant("payload"));
    }

    @Test
    void keepsTheGrantToTheLastInstant() {
      clock.set(NOW.plusSeconds(60).minusMillis(1));

      assertThat(store.find(key)).isPresent();
    }

    @Test
    void takesAnExpiredGrantForUnknown() {
      clock.set(NOW.plusSeconds(60));

      assertThat(store.find(key)).isEmpty();
      assertThat(store.findAll(ofGrant())).isEmpty();
      assertThat(store.renew(key, NOW.plusSeconds(600))).isFalse();
      assertThat(store.rotate(key, CLIENT, nextKey, grant("next"))).isEqualTo(unknown());
      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void takesAReplayAfterExpiryForUnknown() {
      store.consume(key, CLIENT);
      clock.set(NOW.plusSeconds(60));

      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void movesTheEnd() {
      assertThat(store.renew(key, NOW.plusSeconds(120))).isTrue();
      clock.set(NOW.plusSeconds(119));
      assertThat(store.find(key)).isPresent();
      clock.set(NOW.plusSeconds(120));
      assertThat(store.find(key)).isEmpty();
    }

    @Test
    void movesTheEndForwardsToo() {
      assertThat(store.renew(key, NOW.plusSeconds(10))).isTrue();
      clock.set(NOW.plusSeconds(10));

      assertThat(store.find(key)).isEmpty();
    }

    @Test
    void bringsNoUsedUpGrantBack() {
      store.consume(key, CLIENT);

      assertThat(store.renew(key, NOW.plusSeconds(120))).isFalse();
      assertThat(store.find(key)).isEmpty();
    }
  }

  private static Outcome<StoredGrant> unknown() {
    return new Outcome.Unknown<>();
  }
}
