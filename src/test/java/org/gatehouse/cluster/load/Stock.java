package org.gatehouse.cluster.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.cluster.history.Call;

/** Many refresh tokens and consents: made, rotated and looked for through the balancer. */
public final class Stock implements AutoCloseable {
  private final LoadDriver driver;
  private final ExecutorService pool;
  private final List<Holding> holdings = new ArrayList<>();
  private final List<Grant> rotated = new ArrayList<>();

  /** With so many clients at once. */
  public Stock(LoadDriver driver, int workers) {
    this.driver = driver;
    this.pool = Executors.newFixedThreadPool(workers);
  }

  /** Makes so many, all of them acknowledged. */
  public void make(int count) throws Exception {
    List<Integer> all = Stream.iterate(0, i -> i + 1).limit(count).toList();
    for (Optional<Holding> made : each(all, any -> driver.hold())) {
      holdings.add(made.orElseThrow(() -> new AssertionError("a sign-in failed")));
    }
  }

  /** Rotates the first so many, and keeps what is used up by that. */
  public void rotate(int count) throws Exception {
    List<Holding> first = holdings.subList(0, count);
    first.forEach(holding -> rotated.add(holding.grant().copy()));
    expectAll(each(first, this::refresh));
  }

  /** Looks for every consent, and for every refresh token by its use; how many were refused. */
  public long look() throws Exception {
    each(
        holdings,
        holding -> {
          driver.readConsent(holding);
          return holding;
        });
    return each(holdings, this::refresh).stream().filter(call -> !call.ok()).count();
  }

  /** Offers what was used up before the last rotation; how many were accepted. */
  public long offerRotated() throws Exception {
    return each(rotated, grant -> driver.calls().refresh(grant, driver.balanced())).stream()
        .filter(Call::ok)
        .count();
  }

  public int size() {
    return holdings.size();
  }

  public int rotated() {
    return rotated.size();
  }

  private Call refresh(Holding holding) {
    return driver.calls().refresh(holding.grant(), driver.balanced());
  }

  private static void expectAll(List<Call> calls) {
    calls.stream()
        .filter(call -> !call.ok())
        .forEach(
            call -> {
              throw new AssertionError(call.toString());
            });
  }

  private <W, R> List<R> each(Collection<W> ways, Function<W, R> deed) throws Exception {
    List<Callable<R>> tasks = ways.stream().<Callable<R>>map(way -> () -> deed.apply(way)).toList();
    List<R> results = new ArrayList<>();
    for (Future<R> result : pool.invokeAll(tasks)) {
      results.add(result.get());
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
