package org.gatehouse.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Racers that start at one moment and run over the same hurdles in the same order, each without
 * waiting for the others: so they meet at a hurdle again and again, on two cores, too.
 */
public final class Race implements AutoCloseable {
  private final int racers;
  private final int hurdles;
  private final ExecutorService pool;

  public Race(int racers, int hurdles) {
    this.racers = racers;
    this.hurdles = hurdles;
    this.pool = Executors.newFixedThreadPool(racers);
  }

  /** What one racer does at one hurdle; both are told by a number from 0. */
  @FunctionalInterface
  public interface Jump<T> {
    T at(int hurdle, int racer);
  }

  /** The answers, by hurdle and racer. */
  public <T> List<List<T>> run(Jump<T> jump) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(racers);
    List<Callable<List<T>>> runs = new ArrayList<>();
    for (int i = 0; i < racers; i++) {
      int racer = i;
      runs.add(
          () -> {
            start.await();
            return IntStream.range(0, hurdles).mapToObj(at -> jump.at(at, racer)).toList();
          });
    }
    List<List<T>> byRacer = new ArrayList<>();
    for (Future<List<T>> run : pool.invokeAll(runs)) {
      byRacer.add(answer(run));
    }
    return IntStream.range(0, hurdles)
        .mapToObj(hurdle -> byRacer.stream().map(answers -> answers.get(hurdle)).toList())
        .toList();
  }

  private static <T> T answer(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
