package org.gatehouse.store.file;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.Finding;

/** Everything that reading has to say so far. */
final class Findings {
  private final List<ConfigFault> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void fault(Object place, String found, String expected, String fix) {
    faults.add(new ConfigFault(place.toString(), found, expected, fix));
  }

  void warn(Object place, String sentence) {
    warnings.add(place + ": " + sentence);
  }

  /** What the rules say of the thing at a place. */
  void add(String place, List<Finding> findings) {
    for (Finding finding : findings) {
      String at = place + "." + finding.property();
      ConfigFault fault = new ConfigFault(at, finding.found(), finding.expected(), finding.fix());
      if (finding.isFault()) {
        faults.add(fault);
      } else {
        warn(at, "expected " + fault.expected() + ", found " + fault.found() + "; " + fault.fix());
      }
    }
  }

  List<ConfigFault> faults() {
    return List.copyOf(faults);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
