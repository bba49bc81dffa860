package org.gatehouse.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gatehouse.model.configuration.Finding;

/** Tells the log, once for each, what a store brings and is not served. */
final class NotServed {
  /** A store that makes things of any name does not fill the log. */
  private static final int MOST_LINES = 1_000;

  private final System.Logger log;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  NotServed(System.Logger log) {
    this.log = log;
  }

  /** Whether there is no fault. */
  boolean isServable(String what, String name, List<Finding> faults) {
    if (!faults.isEmpty()) {
      tell(what + " " + name.replaceAll("[^\\x20-\\x7e]", "?"), faults);
    }
    return faults.isEmpty();
  }

  private void tell(String thing, List<Finding> faults) {
    String line =
        faults.stream()
            .map(fault -> fault.property() + " must be " + fault.expected())
            .collect(Collectors.joining("; ", "The " + thing + " is not served: ", ""));
    if (told.size() < MOST_LINES && told.add(line)) {
      log.log(System.Logger.Level.WARNING, line);
    }
  }
}
