package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** The source of handles and identifiers that nobody can guess (RFC 6749 §10.10). */
@ApplicationScoped
public class Handles {
  private static final int HANDLE_BYTES = 32;
  private static final int ID_BYTES = 20;

  private final SecureRandom random = new SecureRandom();

  /** A new handle of 256 bits. */
  public Handle next() {
    return new Handle(text(HANDLE_BYTES));
  }

  /** A new identifier of 160 bits, such as {@code sid} or {@code jti}. */
  public String nextId() {
    return text(ID_BYTES);
  }

  private String text(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
