package org.gatehouse.config;

import java.util.Arrays;

/** A secret setting of raw bytes. Printing it shows nothing. */
public final class SecretBytes {
  private final byte[] value;

  public SecretBytes(byte[] value) {
    this.value = value.clone();
  }

  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes secret && Arrays.equals(value, secret.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "***";
  }
}
