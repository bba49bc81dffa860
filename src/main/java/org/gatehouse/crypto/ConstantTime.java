package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** Comparison that takes the same time wherever two secrets differ. */
public final class ConstantTime {
  private ConstantTime() {}

  public static boolean equal(String a, String b) {
    return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
  }
}
