package org.gatehouse.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose preferences for media types and languages can be read, or else are none (RFC 9110
 * §12.5): a header that does not parse would end in a failure further in, and no answer here
 * depends on it.
 */
final class ReadablePreferences extends HttpServletRequestWrapper {
  private static final String TOKEN = "[A-Za-z0-9!#$&^_.+*-]+";
  private static final String WEIGHT = "(\\s*;\\s*q\\s*=\\s*(0?\\.[0-9]{1,3}|0|1(\\.0{1,3})?))?";

  /**
   * Header by header, what one element of its list looks like; a lone star is Java's own client's.
   */
  private static final Map<String, Pattern> ELEMENTS =
      Map.of(
          "accept",
          Pattern.compile(
              "("
                  + TOKEN
                  + "/"
                  + TOKEN
                  + "|\\*)(\\s*;\\s*(?!q\\s*=)"
                  + TOKEN
                  + "="
                  + TOKEN
                  + ")*+" // possessive, or each turn takes stack, and the header chooses the turns
                  + WEIGHT),
          "accept-language",
          Pattern.compile("[A-Za-z0-9*-]+" + WEIGHT));

  ReadablePreferences(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable String getHeader(String name) {
    String value = super.getHeader(name);
    return value == null || isReadable(name, value) ? value : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(
        Collections.list(super.getHeaders(name)).stream()
            .filter(value -> isReadable(name, value))
            .toList());
  }

  private static boolean isReadable(String name, String value) {
    Pattern element = ELEMENTS.get(name.toLowerCase(Locale.ROOT));
    if (element == null) {
      return true;
    }
    for (String each : value.split(",", -1)) {
      if (!each.isBlank() && !element.matcher(each.strip()).matches()) {
        return false;
      }
    }
    return true;
  }
}
