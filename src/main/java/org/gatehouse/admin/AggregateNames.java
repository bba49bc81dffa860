package org.gatehouse.admin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Names in addresses. Paths hold plain characters only, so that everything on the way reads them in
 * the same way; another name is written as ~ and its base64url.
 */
final class AggregateNames {
  private static final String PLAIN = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
  private static final char CODED = '~';

  private AggregateNames() {}

  static String segment(String name) {
    return name.matches(PLAIN) ? name : CODED + coded(name);
  }

  static String name(String segment) {
    if (segment.charAt(0) != CODED) {
      return segment;
    }
    return decoded(segment.substring(1))
        .orElseThrow(() -> Problem.of(404, "Not found", "Take addresses from answers.").refused());
  }

  /** Where a list goes on. */
  static String coded(String name) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty where it is none that we wrote. */
  static Optional<String> decoded(String text) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
