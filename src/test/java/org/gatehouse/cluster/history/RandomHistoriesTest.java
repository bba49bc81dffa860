package org.gatehouse.cluster.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure names its seed; {@code -Dgatehouse.cluster.seed} starts from it. */
@DisplayName("The checker of a record, over random ones")
class RandomHistoriesTest {
  private static final long FIRST =
      Long.getLong("gatehouse.cluster.seed", System.nanoTime() & 0xffff_ffffL);
  private static final int RUNS = 100;
  private static final int STEPS = 200;
  private static final HistoryChecker CHECKER =
      new HistoryChecker(Rules.STRICT.withKeyLag(Duration.ofMillis(100)));

  private static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + RUNS);
  }

  @Test
  void passesWhatAServerDoesThatKeepsEveryPromise() {
    seeds()
        .forEach(
            seed -> {
              Verdict verdict = CHECKER.judge(HistoryModel.record(seed, STEPS));

              assertThat(verdict.holds()).as("seed %d: %s", seed, verdict).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void catchesOneLie(Mutation lie) {
    long told =
        seeds()
            .filter(
                seed -> {
                  List<Call> right = HistoryModel.record(seed, STEPS);
                  Optional<List<Call>> wrong = lie.of(right, new Random(seed));
                  wrong.ifPresent(
                      record ->
                          assertThat(CHECKER.judge(record).broken())
                              .as("seed %d", seed)
                              .containsKey(lie.kind()));
                  return wrong.isPresent();
                })
            .count();

    assertThat(told).isGreaterThan(RUNS / 2);
  }

  @Test
  void judgesALongRecordInTime() {
    List<Call> record = HistoryModel.record(FIRST, 20_000);
    long start = System.nanoTime();

    CHECKER.judge(record);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
