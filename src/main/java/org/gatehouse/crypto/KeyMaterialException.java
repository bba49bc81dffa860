package org.gatehouse.crypto;

import java.io.Serial;

/**
 * Keys that cannot be used, so that the server must not start. The message is one sentence for the
 * operator; there is no stack trace, because the message names the place.
 */
public class KeyMaterialException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public KeyMaterialException(String sentence) {
    super(sentence, null, false, false);
  }
}
