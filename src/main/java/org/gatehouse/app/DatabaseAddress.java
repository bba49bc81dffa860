package org.gatehouse.app;

/** The address of a database as people may read it. */
final class DatabaseAddress {
  private DatabaseAddress() {}

  /** Without parameters, among which can be passwords: they begin at "?", with H2 at ";". */
  static String told(String url) {
    return url.replaceFirst("(?s)[?;].*", "");
  }
}
