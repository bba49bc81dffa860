package org.gatehouse.config;

/** A secret setting. Printing it shows nothing. */
public record SecretText(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
