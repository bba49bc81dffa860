package org.gatehouse.app;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.StartConfig.OnFailure;
import org.gatehouse.crypto.KeyMaterialException;

/** What stops the start: faults of all steps, told at once; then the end of the process. */
final class StartFaults {
  private static final System.Logger LOG = System.getLogger(StartFaults.class.getName());
  private static final int EXIT_CODE = 1;

  private final Set<String> entries = new LinkedHashSet<>();

  /** Does a step of the start and keeps what is wrong with it. False where it failed. */
  boolean attempt(Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      add(e);
      return false;
    }
  }

  /** Has a bean made, which happens at its first call. False where that failed. */
  boolean touch(Object bean) {
    return attempt(() -> LOG.log(System.Logger.Level.DEBUG, "Made " + bean));
  }

  /** Ends the process, or throws, where there is a fault. */
  void refuseIfAny(OnFailure onFailure) {
    if (entries.isEmpty()) {
      return;
    }
    LOG.log(System.Logger.Level.ERROR, text());
    if (onFailure == OnFailure.EXIT) {
      System.err.flush();
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    throw new StartRefused();
  }

  /** Every fault with a number. */
  String text() {
    StringBuilder text = new StringBuilder("Gatehouse does not start. Faults: ");
    text.append(entries.size()).append("\n");
    int number = 1;
    for (String entry : entries) {
      text.append("\n").append(number++).append(". ").append(entry).append("\n");
    }
    return text.toString();
  }

  private void add(RuntimeException e) {
    Optional<ConfigException> config = cause(e, ConfigException.class);
    Optional<KeyMaterialException> keys = cause(e, KeyMaterialException.class);
    config.map(ConfigException::faults).stream()
        .flatMap(Collection::stream)
        .map(StartFaults::entry)
        .forEach(entries::add);
    keys.map(Throwable::getMessage).ifPresent(entries::add);
    if (config.isEmpty() && keys.isEmpty()) {
      LOG.log(System.Logger.Level.ERROR, "A step of the start failed", e);
      entries.add("Not foreseen, see the stack trace above: " + e);
    }
  }

  private static String entry(ConfigFault fault) {
    return String.join(
        "\n   ",
        fault.key(),
        "found:    " + fault.found(),
        "expected: " + fault.expected(),
        "fix:      " + fault.fix());
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 50; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }

  /** Keeps this application down; what is wrong was told before. */
  static final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartRefused() {
      super("Gatehouse does not start; the log tells the faults.", null, false, false);
    }
  }
}
