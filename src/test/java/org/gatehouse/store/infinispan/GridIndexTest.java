package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.gatehouse.fixture.Keys;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.StoredGrant;
import org.infinispan.Cache;
import org.infinispan.commons.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The index of the grid, read anew")
class GridIndexTest {
  private static final GridGrant GRANT =
      GridGrant.of(
          new StoredGrant(
              "g", "web", Optional.empty(), Optional.empty(), Keys.NOW, Keys.NOW, "payload"),
          "attempt");
  private static final GrantFilter FILTER = GrantFilter.ofGrant("g");

  /** Reads everything that the cache has. */
  private interface Reading {
    void all(BiConsumer<String, GridGrant> reader) throws InterruptedException;
  }

  @SuppressWarnings("unchecked")
  private static GridIndex index(Reading reading) {
    Cache<String, GridGrant> cache =
        (Cache<String, GridGrant>)
            Proxy.newProxyInstance(
                GridIndexTest.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("forEach")) {
                    reading.all((BiConsumer<String, GridGrant>) arguments[0]);
                  }
                  return null;
                });
    return new GridIndex(cache);
  }

  @Test
  void isReadAgainAfterAReadingThatFailed() {
    Map<String, GridGrant> later = Map.of("a", GRANT, "b", GRANT);
    int[] readings = {0};
    GridIndex index =
        index(
            reader -> {
              reader.accept("a", GRANT);
              if (readings[0]++ == 0) {
                throw new TimeoutException("a member does not answer");
              }
              later.forEach(reader);
            });

    assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> index.candidates(FILTER));
    assertThat(index.candidates(FILTER)).containsExactlyInAnyOrder("a", "b");
    assertThat(index.candidates(FILTER)).hasSize(2);
    assertThat(readings[0]).isEqualTo(2);
  }

  @Test
  @Timeout(20)
  void isWaitedForWhileAnotherReads() throws InterruptedException, ExecutionException {
    CountDownLatch isHalfRead = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    GridIndex index =
        index(
            reader -> {
              reader.accept("a", GRANT);
              isHalfRead.countDown();
              mayGoOn.await();
              reader.accept("b", GRANT);
            });
    CompletableFuture<Set<String>> first =
        CompletableFuture.supplyAsync(() -> index.candidates(FILTER), task -> start(task));
    isHalfRead.await();
    Thread[] waiting = new Thread[1];
    CompletableFuture<Set<String>> second =
        CompletableFuture.supplyAsync(
            () -> index.candidates(FILTER), task -> waiting[0] = start(task));

    awaitBlocked(waiting[0], second);
    mayGoOn.countDown();

    assertThat(second.get()).containsExactlyInAnyOrder("a", "b");
    assertThat(first.get()).containsExactlyInAnyOrder("a", "b");
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "reader of the index");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Until it waits for the other, or has an answer, which would be one too early. */
  private static void awaitBlocked(Thread thread, CompletableFuture<?> answer) {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (thread.getState() != Thread.State.BLOCKED
        && !answer.isDone()
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(answer).as("the second answer").isNotDone();
  }
}
