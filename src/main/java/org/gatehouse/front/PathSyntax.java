package org.gatehouse.front;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which paths the web container reads (Servlet §3.5.2). The others never reach an application: it
 * refuses a path that cannot be decoded, and, once decoded, a control character, a path parameter
 * on a dot segment or on an empty one, and dot segments that lead above the root. It overlooks
 * control characters in what it drops; here none is. A backslash it reads, but the server's
 * security takes it for a slash, and denies or fails before any application.
 */
final class PathSyntax {
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern CODED = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern AMBIGUOUS =
      Pattern.compile("[\\x00-\\x1f\\x7f\\\\]|(?:^|/)(?:\\.{1,2};|;[^/]*/)");
  private static final int HEX = 16;

  private PathSyntax() {}

  static boolean isReadable(String path) {
    if (BROKEN.matcher(path).find()) {
      return false;
    }
    String decoded = CODED.matcher(path).replaceAll(PathSyntax::octet);
    return !AMBIGUOUS.matcher(decoded).find() && staysBelowRoot(decoded);
  }

  /** As ISO 8859-1: all that matters here is ASCII, which UTF-8 has at the same octets. */
  private static String octet(MatchResult coded) {
    return Matcher.quoteReplacement(Character.toString(Integer.parseInt(coded.group(1), HEX)));
  }

  private static boolean staysBelowRoot(String path) {
    int depth = 0;
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        depth--;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return false;
      }
    }
    return true;
  }
}
