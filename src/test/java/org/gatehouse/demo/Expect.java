package org.gatehouse.demo;

import java.util.Objects;

/** Comparisons that say what was expected and what was seen. */
final class Expect {
  private Expect() {}

  static void equal(String what, Object expected, Object seen) {
    if (!Objects.equals(expected, seen)) {
      throw new DemoFailed(what + ": expected " + expected + ", seen " + seen);
    }
  }

  static void that(boolean holds, String what, Object seen) {
    if (!holds) {
      throw new DemoFailed(what + ": expected, but seen " + seen);
    }
  }

  static <T> T present(String what, T seen) {
    if (seen == null) {
      throw new DemoFailed(what + ": expected, but there is none");
    }
    return seen;
  }
}
