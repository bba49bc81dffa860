package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatehouse.model.grant.GrantType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
 * {@link GrantUseContract}, {@link Race} and {@link SettableClock} belong to it. Each test asks for
 * one store and uses keys that no other test uses, so the data behind it may be shared and need not
 * be emptied. The clock is the only source of time: a store that leaves expiry to its database
 * compares with the instant of this clock. {@link #threads} and {@link #rounds} say how hard the
 * races are; a store behind a network may override them.
 */
public abstract class GrantStoreContract extends GrantUseContract {
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
      assertThat(store.consume(key, CLIENT, results(nextKey, grant("next")))).isEqualTo(unknown());
      assertThat(store.find(nextKey)).isEmpty();
    }

    @Test
    void forgetsWhatWasUsedUp() {
      store.create(key, grant("payload"));
      store.consume(key, CLIENT);

      store.revoke(key);

      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void forgetsTogetherAlsoWhatWasUsedUp() {
      store.create(key, grant("old"));
      store.consume(key, CLIENT, results(nextKey, grant("next")));

      store.revokeAll(ofGrant());

      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
      assertThat(store.consume(nextKey, CLIENT)).isEqualTo(unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "subject", "client", "session"})
    void forgetsWhatWasUsedUpByWhateverNamesIt(String by) {
      String client = mine + CLIENT;
      store.create(key, ofClient(client));
      store.consume(key, client);
      store.revokeAll(
          new GrantFilter(
              Optional.of(GrantType.AUTHORIZATION_CODE),
              Optional.of(mine + "grant").filter(id -> by.equals("grant")),
              Optional.of(mine + "alice").filter(id -> by.equals("subject")),
              Optional.of(client).filter(id -> by.equals("client")),
              Optional.of(mine + "session").filter(id -> by.equals("session"))));

      assertThat(store.consume(key, client)).isEqualTo(unknown());
    }

    private StoredGrant ofClient(String client) {
      StoredGrant grant = grant("payload");
      return new StoredGrant(
          grant.grantId(),
          client,
          grant.subject(),
          grant.sessionId(),
          grant.createdAt(),
          grant.expiresAt(),
          grant.payload());
    }

    @Test
    void leavesOfARaceAUseThatWasFirstOrNone() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.REFRESH_TOKEN, "ended");
      List<List<GrantKey>> successors = successors("of-ended");
      raced.forEach(each -> store.create(each, grant("old")));

      List<List<Outcome<StoredGrant>>> outcomes =
          race.run(
              (round, racer) -> {
                if (racer == round % threads()) {
                  store.revoke(raced.get(round));
                  return store.consume(raced.get(round), CLIENT);
                }
                return store.consume(
                    raced.get(round),
                    CLIENT,
                    results(successors.get(racer).get(round), grant("next")));
              });

      for (int round = 0; round < rounds(); round++) {
        List<Outcome<StoredGrant>> of = outcomes.get(round);
        assertThat(count(of, Outcome.First.class)).isLessThanOrEqualTo(1);
        assertThat(of.get(round % threads())).isEqualTo(unknown()); // after the revocation
      }
      assertThat(store.findAll(ofGrant()))
          .hasSize((int) outcomes.stream().mapToLong(of -> count(of, Outcome.First.class)).sum());
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
              store.consume(raced.get(round), CLIENT, results(successor, ofFamily(round)));
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
      clock.set(NOW.plusSeconds(60));
      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void bringsNoRevokedGrantBack() {
      store.revoke(key);

      assertThat(store.renew(key, NOW.plusSeconds(120))).isFalse();
      assertThat(store.consume(key, CLIENT)).isEqualTo(unknown());
    }

    @Test
    void bringsNothingBackInARace() throws InterruptedException {
      List<GrantKey> raced = keys(GrantType.REFRESH_TOKEN, "renew");
      raced.forEach(each -> store.create(each, grant("payload")));

      race.run(
          (round, racer) ->
              switch (racer % 4) {
                case 0 -> store.consume(raced.get(round), CLIENT);
                case 1 -> revoked(raced.get(round));
                default -> store.renew(raced.get(round), NOW.plusSeconds(120));
              });

      assertThat(raced).allSatisfy(each -> assertThat(store.find(each)).isEmpty());
    }

    private boolean revoked(GrantKey each) {
      store.revoke(each);
      return true;
    }
  }
}
