package org.gatehouse.cluster.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.cluster.bench.Patience;

/** Load that runs until it is stopped: so many workers, or so many arrivals a second. */
public final class Load implements AutoCloseable {
  /** The seed of a run; {@code -Dgatehouse.cluster.seed} runs it again. */
  public static final long SEED =
      Long.getLong("gatehouse.cluster.seed", ThreadLocalRandom.current().nextInt(1_000_000));

  /** What one client does at one time. */
  @FunctionalInterface
  public interface Deed {
    void act(Random random) throws InterruptedException;
  }

  private final ExecutorService pool;
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean stopped;

  private Load(ExecutorService pool) {
    this.pool = pool;
  }

  /** A size of every run, such as gatehouse.cluster.workers. */
  public static int size(String name, int usual) {
    return Integer.getInteger("gatehouse.cluster." + name, usual);
  }

  /** A size of a run, such as gatehouse.cluster.seconds: of a small one, and of a full one. */
  public static int size(String name, int small, int full) {
    return size(name, isFull() ? full : small);
  }

  /** Whether {@code -Dgatehouse.cluster.size=full} asks for the sizes of a full run. */
  public static boolean isFull() {
    String size = System.getProperty("gatehouse.cluster.size", "small");
    if (!List.of("small", "full").contains(size)) {
      throw new IllegalArgumentException("gatehouse.cluster.size is small or full, not " + size);
    }
    return size.equals("full");
  }

  /** Workers who do one thing after the other. */
  public static Load closed(Deed deed, int workers) {
    Load load = new Load(Executors.newFixedThreadPool(workers));
    for (int i = 0; i < workers; i++) {
      Random random = new Random(SEED + i);
      load.running.add(load.pool.submit(() -> load.work(deed, random)));
    }
    return load;
  }

  private Void work(Deed deed, Random random) throws InterruptedException {
    while (!stopped) {
      deed.act(random);
    }
    return null;
  }

  /** Arrivals at a fixed rate, however long the answers take. */
  public static Load open(Deed deed, int perSecond) {
    Load load = new Load(Executors.newCachedThreadPool());
    load.running.add(load.pool.submit(() -> load.pace(deed, perSecond)));
    return load;
  }

  private Void pace(Deed deed, int perSecond) throws Exception {
    long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long due = System.nanoTime();
    Random seeds = new Random(SEED);
    List<Future<?>> arrivals = new ArrayList<>();
    while (!stopped) {
      Random random = new Random(seeds.nextLong());
      arrivals.add(
          pool.submit(
              () -> {
                deed.act(random);
                return null;
              }));
      due += interval;
      LockSupport.parkNanos(due - System.nanoTime());
    }
    for (Future<?> arrival : arrivals) {
      arrival.get();
    }
    return null;
  }

  /** Lets it go on for so long; a worker that has failed by then fails here. */
  public void lasts(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    Patience.of(time.multipliedBy(2))
        .until("the load is over", () -> hasFailed() || System.nanoTime() > end);
    if (hasFailed()) {
      stop(time);
    }
  }

  private boolean hasFailed() {
    return !stopped && running.stream().anyMatch(Future::isDone);
  }

  /** Lets what is under way end; a failure of a worker fails here. */
  public void stop(Duration longest) throws Exception {
    stopped = true;
    for (Future<?> each : running) {
      try {
        each.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new AssertionError("seed " + SEED, e.getCause());
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    pool.shutdownNow();
  }
}
