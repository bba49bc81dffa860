package org.gatehouse.store.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Constants by the names that files have for them: {@code OneTimeOnly} for ONE_TIME_ONLY. */
final class Constants {
  private Constants() {}

  /** By name without regard to case and separators, or by number, as .NET does. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
    E[] constants = type.getEnumConstants();
    boolean isNumber = text.strip().matches("\\d");
    if (!isNumber) {
      return named(type, text);
    }
    int number = Integer.parseInt(text.strip());
    return number < constants.length ? Optional.of(constants[number]) : Optional.empty();
  }

  /** By name without regard to case and separators. */
  static <E extends Enum<E>> Optional<E> named(Class<E> type, String text) {
    String name = plain(text);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> plain(constant.name()).equals(name))
        .findFirst();
  }

  static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> written(constant.name()))
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String plain(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  private static String written(String name) {
    if (name.chars().anyMatch(c -> Character.isDigit(c) || Character.isLowerCase(c))) {
      return name;
    }
    return Arrays.stream(name.split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
