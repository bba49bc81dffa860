package org.gatehouse.cluster.load;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does one thing in several ways at the same moment. */
final class AtOnce {
  private AtOnce() {}

  static <W, R> List<R> run(List<W> ways, Function<W, R> deed) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(ways.size());
    CountDownLatch ready = new CountDownLatch(ways.size());
    try {
      List<Future<R>> all =
          ways.stream()
              .map(
                  way ->
                      pool.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return deed.apply(way);
                          }))
              .toList();
      return all.stream().map(AtOnce::answer).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R answer(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
