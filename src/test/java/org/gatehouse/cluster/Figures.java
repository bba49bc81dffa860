package org.gatehouse.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.HistoryChecker;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;

/**
 * Prints what was measured, a line each, also into {@link FigureFile}, and says what a record
 * holds.
 */
record Figures(String about) {
  private static final List<Operation> MARKS =
      List.of(Operation.FAULT, Operation.HEAL, Operation.VERIFY, Operation.JWKS, Operation.REVOKE);

  void print(String name, Object value) {
    System.out.println("figure " + about + " " + name + ": " + value);
    FigureFile.add(about, name, value);
  }

  void print(String name, Optional<Duration> time) {
    print(name, time.map(each -> each.toMillis() + " ms").orElse("never"));
  }

  /** How long it is since a moment of {@link System#nanoTime}. */
  void printSince(String name, long start) {
    print(name, Optional.of(Duration.ofNanos(System.nanoTime() - start)));
  }

  /** Judges a record, and prints what there was to judge. */
  Verdict judge(History history, Rules rules) throws IOException {
    Verdict verdict = new HistoryChecker(rules).judge(History.read(history.file()));
    print("verdict", verdict);
    return verdict;
  }

  /** Calls that began while a fault lasted. */
  static List<Call> during(List<Call> record, String fault) {
    long start = mark(record, Operation.FAULT, fault);
    long end = mark(record, Operation.HEAL, fault);
    return record.stream().filter(call -> call.start() >= start && call.start() <= end).toList();
  }

  private static long mark(List<Call> record, Operation kind, String name) {
    return record.stream()
        .filter(call -> call.is(kind) && call.key().equals(name))
        .mapToLong(Call::start)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " of " + name));
  }

  /** Whether it asks for what needs no database: discovery or keys. */
  static boolean isRead(Call call) {
    return call.is(Operation.VISIT)
        && (call.key().equals("discovery") || call.key().equals("jwks"));
  }

  /** How often which operation was answered how. */
  static String kinds(List<Call> calls, Predicate<Call> which) {
    Map<String, Long> counts =
        calls.stream()
            .filter(call -> !MARKS.contains(call.operation()))
            .filter(which)
            .collect(Collectors.groupingBy(Figures::kind, TreeMap::new, Collectors.counting()));
    return counts.toString();
  }

  private static String kind(Call call) {
    String what = call.operation().name().toLowerCase(Locale.ROOT);
    String status = call.detail().getOrDefault(Call.STATUS, "");
    String how =
        Stream.of(call.outcome().name(), status, call.code())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("/"));
    return what + " " + how;
  }

  /** Counts and times in milliseconds. */
  static String times(List<Call> calls) {
    long[] micros =
        calls.stream().mapToLong(call -> (call.end() - call.start()) / 1_000).sorted().toArray();
    return micros.length == 0
        ? "none"
        : "n=%d p50=%.1f ms p99=%.1f ms max=%.1f ms"
            .formatted(
                micros.length,
                quantile(micros, 0.5) / 1e3,
                quantile(micros, 0.99) / 1e3,
                Arrays.stream(micros).max().orElseThrow() / 1e3);
  }

  private static double quantile(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
  }
}
