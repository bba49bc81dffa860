package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Grant;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One node of three is cut off again and again, while codes and refresh tokens are raced for. */
@DisplayName("Nodes that are cut apart")
@Order(8)
class PartitionClusterIT {
  private static final int CUTS = Load.size("cuts", 1, 20);
  private static final int WORKERS = Load.size("workers", 4);
  private static final Duration HOLD = Duration.ofSeconds(Load.size("cut-seconds", 2, 3));
  private static final Duration DETECTION = Duration.ofSeconds(20);
  private static final Duration MERGE = Duration.ofSeconds(60);
  private static final int LEAVING = 2;

  private static final Rules RULES = Rules.STRICT.withRacesThatMayEndTheGrant();
  private static final Figures FIGURES = new Figures("partition");

  private Cluster cluster;
  private LoadDriver driver;
  private History history;
  private HealthWatch health;
  private final List<String> faults = new ArrayList<>();
  private final List<String> alone = new ArrayList<>();

  /** A user who will sign out during a cut, with what ends by it. */
  private record Leaving(Visitor visitor, Grant tokens, Grant code) {}

  @Test
  void useNothingTwiceAndBringNothingRevokedBack() throws Exception {
    cluster = SharedCluster.ready();
    assumeTrue(cluster.canCut(), "network namespaces need root");
    FIGURES.print("seed", Load.SEED);
    try (History record = History.open(cluster.directory().resolve("partition/history.jsonl"));
        LoadDriver made = new LoadDriver(cluster, record);
        HealthWatch watch = new HealthWatch(cluster)) {
      history = record;
      driver = made;
      health = watch;
      try (Load load = Load.closed(this::act, WORKERS)) {
        for (int i = 0; i < CUTS; i++) {
          cut(load, i);
        }
        load.stop(Duration.ofSeconds(60));
      }
      driver.readAll();
    } finally {
      cluster.healAll();
    }
    judge();
  }

  private void judge() throws Exception {
    List<Call> calls = History.read(history.file());
    for (int i = 0; i < faults.size(); i++) {
      String side = alone.get(i);
      List<Call> during = Figures.during(calls, faults.get(i));
      printSide(
          faults.get(i) + ", the node alone",
          during.stream().filter(call -> call.node().equals(side)).toList());
      printSide(
          faults.get(i) + ", the other two",
          during.stream()
              .filter(call -> !call.node().isEmpty() && !call.node().equals(side))
              .toList());
    }
    Verdict verdict = FIGURES.judge(history, RULES);
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    assertThat(verdict.count("raced keys")).isPositive();
    assertThat(verdict.count("revocations")).isPositive();
  }

  private static void printSide(String side, List<Call> calls) {
    FIGURES.print(side + ", answers", Figures.kinds(calls, call -> true));
    FIGURES.print(
        side + ", redemptions and refreshes",
        Figures.times(calls.stream().filter(call -> call.operation().spends()).toList()));
  }

  private void act(Random random) throws InterruptedException {
    int dice = random.nextInt(100);
    if (dice < 40) {
      driver.act(random);
    } else if (dice < 60) {
      driver.race(1);
    } else if (dice < 80) {
      driver.raceRefresh();
    } else {
      crossed(random);
    }
  }

  /** A code of one node at another, whichever side they are on. */
  private void crossed(Random random) {
    Node from = any(random);
    Optional<Grant> code = driver.code(driver.straight(from));
    code.ifPresent(grant -> driver.calls().redeem(grant, driver.straight(any(random))));
  }

  private Node any(Random random) {
    return cluster.nodes().get(random.nextInt(cluster.nodes().size()));
  }

  /** Even ones leave the database in reach, odd ones take it away, too. */
  private void cut(Load load, int number) throws Exception {
    boolean isWholly = number % 2 == 1;
    Node node = cluster.nodes().get(number % cluster.nodes().size());
    List<Node> others = cluster.nodes().stream().filter(each -> each != node).toList();
    String fault =
        "cut %d: %s from the nodes%s"
            .formatted(number + 1, node.name(), isWholly ? " and the database" : "");
    List<Leaving> leaving = leaving();

    history.fault(fault);
    long start = System.nanoTime();
    for (Node other : others) {
      cluster.cut(node.name(), other.name());
    }
    if (isWholly) {
      cluster.cutFromDatabase(node.name());
    }
    signOut(leaving.subList(0, LEAVING), isWholly ? others.get(0) : node);
    awaitDetection(node, others, start);
    printDetection(fault, start, node, others.get(0));
    signOut(leaving.subList(LEAVING, leaving.size()), others.get(1));
    load.lasts(HOLD); // both sides are raced

    long healing = System.nanoTime();
    cluster.healAll();
    Patience.of(MERGE).until("all are one cluster again", () -> isWhole(healing));
    Duration merge = Duration.ofNanos(System.nanoTime() - healing);
    Patience.of(MERGE)
        .until("the balancer has all", () -> cluster.balancer().healthy().size() == 3);
    history.heal(fault);
    FIGURES.print(fault + ", merged after", Optional.of(merge));
    faults.add(fault);
    alone.add(node.name());
    leaving.forEach(this::comeBack);
  }

  private void printDetection(String fault, long start, Node node, Node other) {
    FIGURES.print(fault + ", not ready after", health.since(start, node.name(), s -> !s.isReady()));
    FIGURES.print(
        fault + ", others have a view of two after",
        health.since(start, other.name(), seen -> seen.members() == 2));
    FIGURES.print(
        fault + ", others were not ready",
        health.since(start, other.name(), seen -> !seen.isReady()));
  }

  private void awaitDetection(Node node, List<Node> others, long start) throws Exception {
    Patience.of(DETECTION)
        .until(
            "the cut is noticed",
            () ->
                health.since(start, node.name(), seen -> !seen.isReady()).isPresent()
                    && health
                        .last(others.get(0).name())
                        .filter(seen -> seen.members() == 2 && seen.isReady())
                        .isPresent());
    Patience.of(DETECTION)
        .until(
            "the balancer has noticed", () -> !cluster.balancer().healthy().contains(node.name()));
  }

  private boolean isWhole(long since) {
    return cluster.nodes().stream()
        .allMatch(
            node ->
                health
                    .last(node.name())
                    .filter(seen -> seen.at() > since && seen.isReady() && seen.isWhole())
                    .filter(seen -> seen.members() == 3)
                    .isPresent());
  }

  private List<Leaving> leaving() {
    List<Leaving> all = new ArrayList<>();
    while (all.size() < 2 * LEAVING) {
      Visitor visitor = driver.visitor();
      visitor
          .signIn(driver.balanced())
          .ifPresent(
              tokens ->
                  visitor
                      .silently(driver.balanced())
                      .ifPresent(code -> all.add(new Leaving(visitor, tokens, code))));
    }
    return all;
  }

  private void signOut(List<Leaving> leaving, Node at) {
    long acknowledged =
        leaving.stream()
            .filter(
                each ->
                    each.visitor()
                        .signOut(driver.straight(at), List.of(each.tokens(), each.code())))
            .count();
    FIGURES.print(
        "sign-outs at " + at.name() + " acknowledged", acknowledged + " of " + leaving.size());
  }

  /** What was revoked is offered to every node, which the judge looks at. */
  private void comeBack(Leaving gone) {
    for (Node node : cluster.nodes()) {
      driver.calls().redeem(gone.code(), driver.straight(node));
      driver.calls().refresh(gone.tokens(), driver.straight(node));
    }
  }
}
