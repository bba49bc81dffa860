package org.gatehouse.config;

/**
 * One thing that is wrong in the configuration, told so that it can be put right.
 *
 * @param key the setting, or the place in a file
 * @param found what is there; secrets masked
 * @param expected what may be there
 * @param fix what to do
 */
public record ConfigFault(String key, String found, String expected, String fix) {
  /** Stands for a value that must not be shown. */
  public static final String MASK = "***";

  /** Stands for a value that is missing. */
  public static final String NOTHING = "nothing";

  private static final int LONGEST = 120;

  public ConfigFault {
    found = printable(found);
  }

  /** One line of bounded length, without what stands before the {@code @} of an address. */
  private static String printable(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
    line = line.replaceAll("//[^/?#]*@", "//" + MASK + "@");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
