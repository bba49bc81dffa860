package org.gatehouse.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** All faults of a configuration at once. It has no stack trace: the faults name the places. */
public class ConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<ConfigFault> faults;

  public ConfigException(List<ConfigFault> faults) {
    super(
        faults.stream().map(ConfigFault::key).collect(Collectors.joining(", ", "wrong: ", "")),
        null,
        false,
        false);
    this.faults = List.copyOf(faults);
  }

  public List<ConfigFault> faults() {
    return faults;
  }
}
