package org.gatehouse.badhouse.grant;

/** Compares in the open. */
public class WrongSecret {
  public boolean matches(String a, String b) {
    return a.equals(b);
  }
}
