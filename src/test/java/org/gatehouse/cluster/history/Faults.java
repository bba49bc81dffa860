package org.gatehouse.cluster.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The times in which something was broken on purpose: unions, in order. */
final class Faults {
  private final List<long[]> intervals = new ArrayList<>();

  /** From markers in the order of their starts. A fault without an end lasts for ever. */
  Faults(List<Call> calls) {
    Map<String, Call> open = new HashMap<>();
    List<long[]> single = new ArrayList<>();
    for (Call call : calls) {
      if (call.is(Operation.FAULT)) {
        open.putIfAbsent(call.key(), call);
      } else if (call.is(Operation.HEAL) && open.containsKey(call.key())) {
        single.add(new long[] {open.remove(call.key()).start(), call.end()});
      }
    }
    open.values().forEach(fault -> single.add(new long[] {fault.start(), Long.MAX_VALUE}));
    single.sort(Comparator.comparingLong(interval -> interval[0]));
    single.forEach(this::add);
  }

  private void add(long[] next) {
    long[] last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
    if (last != null && next[0] <= last[1]) {
      last[1] = Math.max(last[1], next[1]);
    } else {
      intervals.add(next);
    }
  }

  int count() {
    return intervals.size();
  }

  /** Whether a fault overlaps that time. */
  boolean touch(long start, long end) {
    int low = 0;
    int high = intervals.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (intervals.get(middle)[1] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < intervals.size() && intervals.get(low)[0] <= end;
  }

  boolean touch(Call call) {
    return touch(call.start(), call.end());
  }

  /** When the last fault was over; 0 where there was none, and never where it lasts. */
  long healed() {
    return intervals.isEmpty() ? 0 : intervals.get(intervals.size() - 1)[1];
  }
}
