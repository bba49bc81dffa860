package org.gatehouse.admin;

import java.util.List;
import java.util.function.Function;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.Finding;

/**
 * How things of one kind are read and judged, as those of a configuration file.
 *
 * @param nameOf what they are found by
 * @param nameProperty the property that is
 * @param read from JSON
 * @param rules why one must not be served
 * @param <T> what they are
 */
public record Notation<T>(
    Function<T, String> nameOf,
    String nameProperty,
    Function<String, Read<T>> read,
    Function<T, List<Finding>> rules) {

  /**
   * What was read.
   *
   * @param value a stand-in where there is a fault
   * @param faults everything that is wrong
   * @param <T> what it is
   */
  public record Read<T>(T value, List<ConfigFault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }
}
