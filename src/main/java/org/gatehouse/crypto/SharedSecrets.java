package org.gatehouse.crypto;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.gatehouse.model.configuration.Secret;

/** Shared secrets of clients and APIs against their hashes (RFC 6749 §2.3.1). */
public final class SharedSecrets {
  private static final byte[] MALFORMED = {};

  private SharedSecrets() {}

  /**
   * Whether the presented secret is one of those that are valid now. Every candidate is compared,
   * so that the time tells neither which one matched nor how many there are before it.
   */
  public static boolean matches(String presented, List<Secret> stored, Instant now) {
    byte[] sha256 = Sha2.hash(256, presented);
    byte[] sha512 = Sha2.hash(512, presented);
    boolean matched = false;
    for (Secret secret : stored) {
      if (secret.type().equals(Secret.SHARED_SECRET) && secret.isValidAt(now)) {
        byte[] expected = decode(secret.value());
        byte[] actual = expected.length == sha512.length ? sha512 : sha256;
        matched |= MessageDigest.isEqual(expected, actual);
      }
    }
    return matched && !presented.isEmpty();
  }

  /** The form in which configuration holds a secret: base64 of its SHA-256. */
  public static String hash(String plain) {
    return Base64.getEncoder().encodeToString(Sha2.hash(256, plain));
  }

  private static byte[] decode(String value) {
    try {
      return Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      return MALFORMED;
    }
  }
}
