package org.gatehouse.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that call at one moment. */
public final class Race implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  public Race(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /** Calls once from every thread, and gives all answers. */
  public <T> List<T> run(Callable<T> call) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      calls.add(
          () -> {
            start.await();
            return call.call();
          });
    }
    List<T> answers = new ArrayList<>();
    for (Future<T> future : pool.invokeAll(calls)) {
      answers.add(answer(future));
    }
    return answers;
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
