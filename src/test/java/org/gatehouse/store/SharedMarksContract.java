package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link GrantStoreContract} on what nodes tell each other by a mark that only one of
 * them can leave, and on the end of chains that go on meanwhile.
 */
public abstract class SharedMarksContract extends GrantUseContract {
  private static final int LINKS = 5;

  @Nested
  @DisplayName("replays: an identifier comes once")
  class Replaying {
    private Replays replays;

    @BeforeEach
    void makeReplays() {
      replays = new Replays(store, new Handles(), clock);
    }

    @Test
    void areSeenUntilTheyExpire() {
      assertThat(replays.addIfAbsent("jti", mine, NOW.plusSeconds(60))).isTrue();
      assertThat(replays.addIfAbsent("jti", mine, NOW.plusSeconds(60))).isFalse();
      clock.set(NOW.plusSeconds(60).minusMillis(1));
      assertThat(replays.addIfAbsent("jti", mine, NOW.plusSeconds(120))).isFalse();
      clock.set(NOW.plusSeconds(60));
      assertThat(replays.addIfAbsent("jti", mine, NOW.plusSeconds(120))).isTrue();
      assertThat(replays.addIfAbsent("jti", mine, NOW.plusSeconds(120))).isFalse();
    }

    @Test
    void areApartByPurpose() {
      assertThat(replays.addIfAbsent("jti", mine, NOW.plusSeconds(60))).isTrue();
      assertThat(replays.addIfAbsent("dpop", mine, NOW.plusSeconds(60))).isTrue();
      assertThat(replays.addIfAbsent("jti", mine + "2", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void letOneOfManyThrough() throws InterruptedException {
      List<List<Boolean>> answers =
          race.run(
              (round, racer) ->
                  replays.addIfAbsent("jti", mine + "raced" + round, NOW.plusSeconds(60)));

      assertThat(answers).allSatisfy(each -> assertThat(each).containsOnlyOnce(true));
    }

    @Test
    void letOneOfManyTakeThePlaceOfAnExpiredOne() throws InterruptedException {
      for (int round = 0; round < rounds(); round++) {
        replays.addIfAbsent("jti", mine + "old" + round, NOW.plusSeconds(60));
      }
      clock.set(NOW.plusSeconds(61));

      List<List<Boolean>> answers =
          race.run(
              (round, racer) ->
                  replays.addIfAbsent("jti", mine + "old" + round, NOW.plusSeconds(120)));

      assertThat(answers).allSatisfy(each -> assertThat(each).containsOnlyOnce(true));
    }
  }

  @Nested
  @DisplayName("throttles: once in an interval")
  class Throttling {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private Throttles throttles;

    @BeforeEach
    void makeThrottles() {
      throttles = new Throttles(store, new Handles(), clock);
    }

    @Test
    void allowOnceInAnInterval() {
      Handle device = new Handle(mine);

      assertThat(throttles.mayNow(device, INTERVAL)).isTrue();
      clock.advance(INTERVAL.minusMillis(1));
      assertThat(throttles.mayNow(device, INTERVAL)).isFalse();
      assertThat(throttles.mayNow(new Handle(mine + "other"), INTERVAL)).isTrue();
      clock.advance(Duration.ofMillis(1));
      assertThat(throttles.mayNow(device, INTERVAL)).isTrue();
      assertThat(throttles.mayNow(device, INTERVAL)).isFalse();
    }

    @Test
    void allowOneOfMany() throws InterruptedException {
      List<List<Boolean>> answers =
          race.run((round, racer) -> throttles.mayNow(new Handle(mine + round), INTERVAL));

      assertThat(answers).allSatisfy(each -> assertThat(each).containsOnlyOnce(true));
    }
  }

  @Nested
  @DisplayName("revokeAll against chains of uses")
  class EndingChains {
    @Test
    void leavesNothingOfAChainThatGoesOnMeanwhile() throws InterruptedException {
      for (int round = 0; round < rounds(); round++) {
        store.create(link(round, 0, 0), of(round));
      }

      race.run((round, racer) -> racer == round % threads() ? end(round) : follow(round, racer));

      assertThat(IntStream.range(0, rounds()))
          .allSatisfy(
              round ->
                  assertThat(store.findAll(GrantFilter.ofGrant(mine + "chain" + round))).isEmpty());
    }

    private int end(int round) {
      store.revokeAll(GrantFilter.ofGrant(mine + "chain" + round));
      return 0;
    }

    /** Whoever uses the first link goes on with links of their own. */
    private int follow(int round, int racer) {
      GrantKey current = link(round, 0, 0);
      for (int next = 1; next <= LINKS; next++) {
        GrantKey successor = link(round, racer, next);
        if (!(store.consume(current, CLIENT, results(successor, of(round)))
            instanceof Outcome.First)) {
          return next;
        }
        current = successor;
      }
      return LINKS;
    }

    private GrantKey link(int round, int racer, int number) {
      return key(GrantType.REFRESH_TOKEN, "link" + round + "-" + racer + "-" + number);
    }

    private StoredGrant of(int round) {
      return new StoredGrant(
          mine + "chain" + round,
          CLIENT,
          Optional.empty(),
          Optional.empty(),
          NOW,
          NOW.plusSeconds(60),
          "");
    }
  }
}
