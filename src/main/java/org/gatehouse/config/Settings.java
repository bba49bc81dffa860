package org.gatehouse.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings as they were written, and everything that is wrong with them. A method that finds a
 * fault keeps it and answers a stand-in, so that reading goes on and all faults are found in one
 * go.
 */
public final class Settings {
  private final Function<String, Optional<String>> source;
  private final Set<String> keys = new LinkedHashSet<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private final List<ConfigFault> faults = new ArrayList<>();

  /**
   * @param source gives the value of a key; may throw where a value names another one that is
   *     missing
   */
  public Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Text, which may be left out. */
  public Optional<String> text(String key) {
    boolean first = keys.add(key);
    try {
      return source.apply(key).map(String::strip).filter(text -> !text.isEmpty());
    } catch (NoSuchElementException | IllegalArgumentException e) {
      if (first) {
        String fix = "give every ${...} in it a value or a default";
        faults.add(new ConfigFault(key, "an expression without value", "a value", fix));
      }
      return Optional.empty();
    }
  }

  /** Text that must be there. */
  public String required(String key, String expected) {
    return text(key)
        .orElseGet(
            () -> {
              fault(key, expected, "set " + key);
              return "";
            });
  }

  /** A secret, which may be left out. No fault shows it. */
  public Optional<String> secret(String key) {
    secrets.add(key);
    return text(key);
  }

  /** A whole number of a range. */
  public int integer(String key, int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    Optional<Integer> number = Optional.empty();
    String written = required(key, expected);
    try {
      number = Optional.of(Integer.valueOf(written)).filter(n -> n >= least && n <= most);
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    if (number.isEmpty() && !written.isEmpty()) {
      fault(key, expected, "write such a number, or leave the setting out");
    }
    return number.orElse(least);
  }

  /** A duration in ISO-8601 of a range. */
  public Duration duration(String key, Duration least, Duration most) {
    String expected = "an ISO-8601 duration such as PT5M, from " + least + " to " + most;
    Optional<Duration> duration = Optional.empty();
    String written = required(key, expected);
    try {
      duration =
          Optional.of(written)
              .filter(text -> !text.isEmpty())
              .map(Duration::parse)
              .filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0);
    } catch (DateTimeParseException e) {
      // told below, as a duration out of range is
    }
    if (duration.isEmpty() && !written.isEmpty()) {
      fault(key, expected, "write PT30S for 30 seconds, PT5M for 5 minutes, P1D for a day");
    }
    return duration.orElse(least);
  }

  /** True or false. */
  public boolean flag(String key) {
    String written = required(key, "true or false").toLowerCase(Locale.ROOT);
    if (!Set.of("true", "false", "").contains(written)) {
      fault(key, "true or false", "write true or false");
    }
    return written.equals("true");
  }

  /** One of the constants of an enum, case aside. */
  public <E extends Enum<E>> E choice(String key, E standIn) {
    Class<E> type = standIn.getDeclaringClass();
    String expected = "one of " + names(type);
    String written = required(key, expected);
    Optional<E> constant = constant(type, written);
    if (constant.isEmpty() && !written.isEmpty()) {
      fault(key, expected, "write " + nearest(written, type));
    }
    return constant.orElse(standIn);
  }

  /** Constants of an enum with commas between, case aside; at least one, none twice. */
  public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    String expected = "some of " + names(type) + ", each once, with commas between";
    List<String> written = list(key);
    List<E> constants =
        written.stream().flatMap(each -> constant(type, each).stream()).distinct().toList();
    if (written.isEmpty() || constants.size() < written.size()) {
      fault(key, expected, "write a list such as " + type.getEnumConstants()[0].name());
    }
    return constants;
  }

  /** Texts with commas between; a comma within a text is written {@code \,}. */
  public List<String> list(String key) {
    return text(key).stream()
        .flatMap(text -> Arrays.stream(text.split("(?<!\\\\),", -1)))
        .map(each -> each.replace("\\,", ",").strip())
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** A path, relative to the working directory of the server. */
  public Optional<Path> path(String key) {
    try {
      return text(key).map(Path::of);
    } catch (InvalidPathException e) {
      fault(key, "the path of a file or directory", "write a path of this operating system");
      return Optional.empty();
    }
  }

  /** A path that must be there. */
  Path directory(String key) {
    required(key, "the path of a directory");
    return path(key).orElse(Path.of(""));
  }

  /** Keeps a fault of a key that was read. */
  public void fault(String key, String expected, String fix) {
    String found = text(key).orElse(ConfigFault.NOTHING);
    boolean mask = secrets.contains(key) && text(key).isPresent();
    faults.add(new ConfigFault(key, mask ? ConfigFault.MASK : found, expected, fix));
  }

  /** Keeps a fault that is not one of a value. */
  void add(ConfigFault fault) {
    faults.add(fault);
  }

  public List<ConfigFault> faults() {
    return List.copyOf(faults);
  }

  /** Every key that was asked for. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(keys);
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Settings::written)
        .collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> String nearest(String name, Class<E> type) {
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Settings::written).toList();
    return NearestName.of(name, known).orElse("one of them");
  }

  private static String written(Enum<?> constant) {
    String name = constant.name();
    boolean asItIs = name.chars().anyMatch(c -> Character.isDigit(c) || Character.isLowerCase(c));
    return asItIs ? name : name.toLowerCase(Locale.ROOT);
  }
}
