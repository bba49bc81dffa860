package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Outcome;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.TokenCalls;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is away under load, and comes back. */
@DisplayName("Nodes whose database is away")
@Order(9)
class DatabaseDownClusterIT {
  private static final Duration DOWN = Duration.ofSeconds(Load.size("down-seconds", 3, 60));
  private static final int WORKERS = Load.size("workers", 4);
  private static final Duration BEFORE = Duration.ofSeconds(Load.size("before-seconds", 1, 5));
  private static final Duration AFTER = Duration.ofSeconds(Load.size("after-seconds", 1, 3));
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final Duration REFUSAL = Duration.ofSeconds(1);
  private static final int MOST_MORE_THREADS = 60;
  private static final int PER_SECOND = 20;

  /** Between two codes of the client that redeems them. */
  private static final int PAUSE_MILLIS = 20;

  private static final Rules RULES = Rules.STRICT.withRacesThatMayEndTheGrant();

  /** How it goes away, and comes back. */
  enum Away {
    KILLED {
      @Override
      void begin(Cluster cluster) throws IOException {
        cluster.database().kill9();
      }

      @Override
      void end(Cluster cluster) throws IOException {
        cluster.database().start();
      }
    },
    /** It holds its connections and accepts new ones, and says nothing. */
    PAUSED {
      @Override
      void begin(Cluster cluster) throws IOException {
        cluster.database().pause();
      }

      @Override
      void end(Cluster cluster) throws IOException {
        cluster.database().resume();
      }
    },
    /** Nothing gets there or back. */
    CUT_OFF {
      @Override
      void begin(Cluster cluster) throws IOException {
        for (Node node : cluster.nodes()) {
          cluster.cutFromDatabase(node.name());
        }
      }

      @Override
      void end(Cluster cluster) throws IOException {
        cluster.healAll();
      }
    };

    abstract void begin(Cluster cluster) throws IOException;

    abstract void end(Cluster cluster) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void answerWhatNeedsNoneAndRefuseTheRestAtOnce(Away way) throws Exception {
    Cluster cluster = SharedCluster.ready();
    assumeTrue(way != Away.CUT_OFF || cluster.canCut(), "network namespaces need root");
    Figures figures = new Figures("database " + way.name().toLowerCase(Locale.ROOT));
    figures.print("seed", Load.SEED);
    Path file = cluster.directory().resolve("database-" + way + "/history.jsonl");
    Map<String, Long> pids = perNode(cluster, Node::pid);
    try (History history = History.open(file);
        LoadDriver driver = new LoadDriver(cluster, history)) {
      Seen seen = underLoad(cluster, driver, history, way);
      driver.readAll();

      print(figures, history);
      seen.print(figures);
      Verdict verdict = figures.judge(history, RULES);

      check(History.read(file));
      seen.check();
      assertThat(perNode(cluster, Node::pid)).isEqualTo(pids);
      assertThat(cluster.nodes()).allMatch(Node::isAlive);
      assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    }
  }

  /**
   * What nodes were like.
   *
   * @param missed those that left the balancer
   * @param back how long each took to sign a user in again
   */
  private record Seen(
      List<String> missed,
      Map<String, Long> before,
      Map<String, Long> most,
      Map<String, Long> after,
      Map<String, Duration> back) {
    void print(Figures figures) {
      figures.print("grants again at each node after", back);
      figures.print("threads before", before);
      figures.print("most threads while away", most);
      figures.print("threads after", after);
    }

    void check() {
      assertThat(missed).as("nodes that left the balancer").isEmpty();
      assertThat(back.values()).allMatch(time -> time.compareTo(RECOVERY) < 0);
      most.forEach(
          (node, threads) ->
              assertThat(threads).as(node).isLessThan(before.get(node) + MOST_MORE_THREADS));
    }
  }

  private static Seen underLoad(Cluster cluster, LoadDriver driver, History history, Away way)
      throws Exception {
    Grant asked = driver.code(driver.balanced()).orElseThrow();
    assertThat(driver.calls().redeem(asked, driver.balanced()).ok()).isTrue();
    try (Load load = Load.closed(driver, WORKERS);
        Load codes = Load.closed(new Codes(driver), 1);
        Load reads = Load.open(random -> readWithoutDatabase(driver, asked), PER_SECOND)) {
      load.lasts(BEFORE);
      Set<String> missed = new TreeSet<>();
      Map<String, Long> before = perNode(cluster, DatabaseDownClusterIT::threads);
      Map<String, Long> most;
      history.fault("down");
      long start = System.nanoTime();
      try {
        way.begin(cluster);
        most = watch(cluster, start, missed);
      } finally {
        way.end(cluster);
      }
      Map<String, Duration> back = recovery(cluster, driver);
      history.heal("down");
      load.lasts(AFTER);
      Map<String, Long> after = perNode(cluster, DatabaseDownClusterIT::threads);
      for (Load each : List.of(load, codes, reads)) {
        each.stop(Duration.ofSeconds(30));
      }
      return new Seen(List.copyOf(missed), before, most, after, back);
    }
  }

  private static void readWithoutDatabase(LoadDriver driver, Grant asked) {
    driver.calls().discovery(driver.balanced());
    driver.calls().keys(driver.balanced());
    driver.calls().introspect(asked, driver.balanced());
  }

  /** Codes that were made before the database went away, for redemption while it is. */
  private record Codes(LoadDriver driver, ConcurrentLinkedQueue<Grant> made) implements Load.Deed {
    Codes(LoadDriver driver) {
      this(driver, new ConcurrentLinkedQueue<>());
    }

    @Override
    public void act(Random random) throws InterruptedException {
      if (made.size() < 50) {
        driver.code(driver.balanced()).ifPresent(made::add);
      }
      Grant code = made.poll();
      if (code != null
          && driver.calls().redeem(code, driver.balanced()).outcome() == Outcome.UNAVAILABLE) {
        made.add(code);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Waits as long as the database is away; the most threads of each node meanwhile. */
  private static Map<String, Long> watch(Cluster cluster, long start, Set<String> missed)
      throws Exception {
    Map<String, Long> most = new TreeMap<>();
    Patience.of(DOWN.plusSeconds(30))
        .until(
            "the database is to come back",
            () -> {
              for (Node node : cluster.nodes()) {
                most.merge(node.name(), threads(node), Math::max);
                if (!cluster.balancer().healthy().contains(node.name())) {
                  missed.add(node.name());
                }
              }
              return System.nanoTime() - start > DOWN.toNanos();
            });
    return most;
  }

  /** From now until each node signs a user in and redeems the code. */
  private static Map<String, Duration> recovery(Cluster cluster, LoadDriver driver)
      throws Exception {
    long start = System.nanoTime();
    Map<String, Duration> back = new TreeMap<>();
    Patience.of(Duration.ofSeconds(60))
        .until(
            "grants again",
            () -> {
              for (Node node : cluster.nodes()) {
                if (!back.containsKey(node.name())
                    && driver.visitor().signIn(driver.straight(node)).isPresent()) {
                  back.put(node.name(), Duration.ofNanos(System.nanoTime() - start));
                }
              }
              return back.size() == cluster.nodes().size();
            });
    return back;
  }

  private static void print(Figures figures, History history) throws IOException {
    List<Call> down = downOnly(History.read(history.file()));
    figures.print("answers", Figures.kinds(down, call -> true));
    figures.print("discovery and JWKS", Figures.times(of(down, Operation.VISIT, Figures::isRead)));
    figures.print(
        "JWT introspection",
        Figures.times(of(down, Operation.VISIT, DatabaseDownClusterIT::isIntrospection)));
    figures.print("userinfo", Figures.times(of(down, Operation.USE, call -> true)));
    figures.print("client credentials", Figures.times(of(down, Operation.TOKEN, call -> true)));
    figures.print(
        "refused redemptions and refreshes",
        Figures.times(down.stream().filter(DatabaseDownClusterIT::isGrant).toList()));
    figures.print(
        "refused pages",
        Figures.times(of(down, Operation.VISIT, call -> !Figures.isRead(call) && !call.ok())));
  }

  private static List<Call> of(List<Call> calls, Operation operation, Predicate<Call> which) {
    return calls.stream().filter(call -> call.is(operation)).filter(which).toList();
  }

  /**
   * From a moment after it went away, which what was under way may take, until it was told back.
   */
  private static List<Call> downOnly(List<Call> record) {
    List<Call> during = Figures.during(record, "down");
    long start = during.stream().mapToLong(Call::start).min().orElseThrow();
    long end = start + DOWN.toNanos();
    return during.stream().filter(call -> call.end() < end).toList();
  }

  private static void check(List<Call> record) {
    List<Call> down = downOnly(record);
    assertThat(of(down, Operation.VISIT, Figures::isRead)).isNotEmpty().allMatch(Call::ok);
    assertThat(of(down, Operation.VISIT, DatabaseDownClusterIT::isIntrospection))
        .isNotEmpty()
        .allMatch(Call::ok);
    assertThat(of(down, Operation.TOKEN, call -> true)).isNotEmpty().allMatch(Call::ok);
    List<Call> grants =
        down.stream()
            .filter(DatabaseDownClusterIT::isGrant)
            .filter(call -> !call.ok())
            .filter(call -> call.outcome() != Outcome.REFUSED)
            .toList();
    assertThat(grants).isNotEmpty();
    assertThat(grants)
        .allMatch(call -> call.outcome() == Outcome.UNAVAILABLE)
        .allMatch(call -> !call.detail().getOrDefault(Call.RETRY_AFTER, "").isEmpty())
        .allMatch(call -> call.end() - call.start() < REFUSAL.toNanos());
  }

  private static boolean isIntrospection(Call call) {
    return call.key().equals(TokenCalls.INTROSPECTION);
  }

  private static boolean isGrant(Call call) {
    return call.is(Operation.REDEEM) || call.is(Operation.REFRESH);
  }

  private interface Question {
    long of(Node node) throws IOException;
  }

  private static Map<String, Long> perNode(Cluster cluster, Question question) throws IOException {
    Map<String, Long> answers = new TreeMap<>();
    for (Node node : cluster.nodes()) {
      answers.put(node.name(), question.of(node));
    }
    return answers;
  }

  /** The threads of its process (proc(5)). */
  private static long threads(Node node) throws IOException {
    String status = Files.readString(Path.of("/proc/" + node.pid() + "/status"));
    String line =
        status.lines().filter(each -> each.startsWith("Threads:")).collect(Collectors.joining());
    return Long.parseLong(line.substring("Threads:".length()).strip());
  }
}
