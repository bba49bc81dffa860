package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.gatehouse.model.SigningAlgorithm;

/** Hashes in the forms that the specifications give them. */
public final class Sha2 {
  private Sha2() {}

  /** The challenge of a code verifier by S256 (RFC 7636 §4.2). */
  public static String base64UrlSha256(String ascii) {
    return base64Url(hash(256, ascii));
  }

  /** The value of {@code at_hash} and {@code c_hash} (OIDC Core §3.1.3.6, §3.3.2.11). */
  public static String leftHalf(SigningAlgorithm algorithm, String ascii) {
    byte[] hash = hash(algorithm.hashBits(), ascii);
    return base64Url(Arrays.copyOf(hash, hash.length / 2));
  }

  static byte[] hash(int bits, String text) {
    try {
      return MessageDigest.getInstance("SHA-" + bits).digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-" + bits, e);
    }
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
