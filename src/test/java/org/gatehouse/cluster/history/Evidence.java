package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record in the order of starts, indexed by what the checks ask for. */
final class Evidence {
  /** Answers to a device that is told to ask again: nothing was offered yet. */
  private static final Set<String> NOT_YET = Set.of("authorization_pending", "slow_down");

  private final Rules rules;
  private final List<Call> calls;
  private final Faults faults;
  private final Map<String, List<Call>> offers = new LinkedHashMap<>();
  private final Map<String, Call> issued = new HashMap<>();
  private final Map<String, Ended> revoked = new HashMap<>();
  private final Map<String, List<Replay>> replays = new HashMap<>();

  /** A second offer of a key, which may end its family. */
  private record Replay(String key, long start) {}

  /** From the first revocation that may have been done to the last. */
  private record Ended(long start, long end) {
    Ended and(Ended later) {
      return new Ended(Math.min(start, later.start), Math.max(end, later.end));
    }
  }

  Evidence(List<Call> record, Rules rules) {
    this.rules = rules;
    this.calls =
        record.stream()
            .sorted(Comparator.comparingLong(Call::start).thenComparingLong(Call::id))
            .toList();
    this.faults = new Faults(calls);
    calls.forEach(this::add);
    offers.values().forEach(this::addReplay);
    replays.values().forEach(each -> each.sort(Comparator.comparingLong(Replay::start)));
  }

  private void add(Call call) {
    if (call.operation().spends() && !NOT_YET.contains(call.code())) {
      offers.computeIfAbsent(call.key(), key -> new ArrayList<>()).add(call);
    }
    if (call.is(Operation.AUTHORIZE) && call.ok()) {
      issued.putIfAbsent(call.key(), call);
    }
    if (call.ok() && !call.successor().isEmpty()) {
      issued.putIfAbsent(call.successor(), call);
    }
    if (call.is(Operation.REVOKE) && call.outcome().mayHaveHappened()) {
      // What was not acknowledged may be done at any later time.
      Ended ended = new Ended(call.start(), call.ok() ? call.end() : Long.MAX_VALUE);
      revoked.merge(revokedBy(call), ended, Ended::and);
    }
    if (call.is(Operation.CONSENT) && call.ok()) {
      revoked.computeIfPresent(
          call.key(), (key, ended) -> ended.end() < call.start() ? null : ended);
    }
  }

  /** A revocation ends the family, where it names one, else the one key. */
  static String revokedBy(Call revocation) {
    return revocation.family().isEmpty() ? revocation.key() : revocation.family();
  }

  /**
   * Repetitions of a refresh within the retry window are no replay, nor is what follows an offer
   * that was turned away, as its success shows.
   */
  private void addReplay(List<Call> same) {
    long won = same.stream().filter(Call::ok).mapToLong(Call::start).min().orElse(Long.MIN_VALUE);
    List<Call> arrived =
        same.stream()
            .filter(offer -> offer.outcome() != Outcome.UNAVAILABLE || offer.end() >= won)
            .toList();
    Call first = arrived.get(0);
    long window = first.is(Operation.REFRESH) ? rules.retryWindow().toNanos() : 0;
    arrived.stream()
        .skip(1)
        .filter(later -> window == 0 || later.end() > first.start() + window)
        .findFirst()
        .ifPresent(
            later ->
                replays
                    .computeIfAbsent(later.family(), family -> new ArrayList<>())
                    .add(new Replay(later.key(), later.start())));
  }

  Rules rules() {
    return rules;
  }

  List<Call> calls() {
    return calls;
  }

  Faults faults() {
    return faults;
  }

  /** The offers of one-time things, by key. */
  Map<String, List<Call>> offers() {
    return offers;
  }

  List<Call> offersOf(String key) {
    return offers.getOrDefault(key, List.of());
  }

  /** The call that gave a code or refresh token; null where nobody was told of it. */
  Call issue(String key) {
    return issued.get(key);
  }

  /** The ids of what was acknowledged, with the call that did. */
  Map<String, Call> issued() {
    return issued;
  }

  /**
   * Whether a server may rightly have ended that thing before a moment: by a revocation, or because
   * another member of its family was offered twice.
   */
  boolean mayHaveEnded(String key, String family, long moment) {
    if (revokedBefore(key, moment)) {
      return true;
    }
    if (family.isEmpty()) {
      return false;
    }
    return revokedBefore(family, moment)
        || replays.getOrDefault(family, List.of()).stream()
            .limit(2)
            .anyMatch(replay -> !replay.key().equals(key) && replay.start() <= moment);
  }

  private boolean revokedBefore(String id, long moment) {
    Ended ended = revoked.get(id);
    return ended != null && ended.start() <= moment;
  }
}
