package org.gatehouse.crypto.ring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * A key of the ring.
 *
 * @param number its place in the ring
 * @param activates from when on it seals, so that every node has read it by then
 * @param expires from when on another one seals; it still opens
 */
public record RingKey(int number, String id, SecretKey secret, Instant activates, Instant expires) {
  private static final int BITS = 256;

  /** A new key at rest: a JWK (RFC 7517 §4), times in whole seconds. */
  static byte[] make(Instant created, Instant activates, Duration lifetime) {
    try {
      return new OctetSequenceKeyGenerator(BITS)
          .keyIDFromThumbprint(true)
          .issueTime(Date.from(created))
          .notBeforeTime(Date.from(activates))
          .expirationTime(Date.from(activates.plus(lifetime)))
          .generate()
          .toJSONString()
          .getBytes(UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException("no random key", e);
    }
  }

  static Optional<RingKey> read(String slot, byte[] plain) {
    try {
      OctetSequenceKey key = OctetSequenceKey.parse(new String(plain, UTF_8));
      if (!slot.matches("[1-9]\\d{0,8}")
          || key.getKeyID() == null
          || key.size() != BITS
          || key.getNotBeforeTime() == null
          || key.getExpirationTime() == null) {
        return Optional.empty();
      }
      return Optional.of(
          new RingKey(
              Integer.parseInt(slot),
              key.getKeyID(),
              key.toSecretKey("AES"),
              key.getNotBeforeTime().toInstant(),
              key.getExpirationTime().toInstant()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "RingKey[" + id + "]";
  }
}
