package org.gatehouse.page;

import java.util.regex.Pattern;

/** Text from elsewhere on its way to a page. */
final class PlainText {
  /** Control characters, and those that reorder the text around them (Unicode UAX #9). */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

  private PlainText() {}

  /** The text without characters that nobody sees and that change how the rest is read. */
  static String of(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }
}
