package org.gatehouse.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by one that nobody knows. */
public final class NearestName {
  private static final int LONGEST = 200;

  private NearestName() {}

  /** The known name with the fewest edits, case aside, where at most a third has to be edited. */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(each -> distance(name, each) <= Math.max(name.length(), each.length()) / 3)
        .min(
            Comparator.comparingInt((String each) -> distance(name, each))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters have to be put in, taken out or changed, case aside. */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
