package org.gatehouse.store.jpa;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.model.configuration.Finding;

/** What lies in the database was not always written by us: it is looked at before it is used. */
final class Rows {
  private static final System.Logger LOG = System.getLogger(Rows.class.getName());

  private Rows() {}

  /** Empty, and logged, where it must not be served. */
  static <T> Optional<T> servable(
      String what, String name, Supplier<T> row, Function<T, List<Finding>> rules) {
    try {
      T value = row.get();
      List<Finding> faults = rules.apply(value);
      faults.forEach(
          fault ->
              refuse(
                  what,
                  name,
                  "%s is %s, expected %s; %s"
                      .formatted(fault.property(), fault.found(), fault.expected(), fault.fix())));
      return faults.isEmpty() ? Optional.of(value) : Optional.empty();
    } catch (IllegalArgumentException e) { // a constant that does not exist
      refuse(what, name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static void refuse(String what, String name, String reason) {
    String line = "The %s %s in the database is not served: %s".formatted(what, name, reason);
    LOG.log(System.Logger.Level.WARNING, line.replaceAll("\\p{Cntrl}", "?"));
  }
}
