package org.gatehouse.model;

import static org.gatehouse.model.OAuthException.require;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A form body as it comes over the wire, before it is decoded. */
public final class FormBody {
  private FormBody() {}

  /**
   * Reads the body, but no more than the limit.
   *
   * @param limit in bytes
   */
  public static String read(InputStream body, int limit) {
    try {
      byte[] bytes = body.readNBytes(limit + 1);
      require(bytes.length <= limit, Refusal.REQUEST_TOO_LARGE);
      return new String(bytes, StandardCharsets.ISO_8859_1); // a byte a character; decoding judges
    } catch (IOException e) { // the client went away, or sent no body that HTTP can read
      throw new OAuthException(Refusal.MALFORMED_REQUEST);
    }
  }
}
