package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;

/**
 * Sealed envelopes: JWE in compact form, {@code dir} and {@code A256GCM} (RFC 7516, RFC 7518 §4.5,
 * §5.3). The header names key and purpose and is authenticated with the content.
 */
public final class Envelopes {
  static final int MAX_LENGTH = 64 * 1024;

  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private Envelopes() {}

  public static String seal(Purpose purpose, byte[] plain, String keyId, SecretKey key) {
    JWEObject envelope = new JWEObject(header(purpose, keyId).build(), new Payload(plain));
    try {
      envelope.encrypt(new DirectEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
    String sealed = envelope.serialize();
    if (sealed.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too much for one envelope: " + plain.length + " bytes");
    }
    return sealed;
  }

  /**
   * The content, if one of the keys sealed it for this purpose; else nothing, whatever the fault.
   */
  public static Optional<byte[]> open(
      Purpose purpose, String envelope, Function<String, Optional<SecretKey>> keys) {
    return Compact.parse(envelope, 5, MAX_LENGTH)
        .flatMap(
            compact ->
                keyId(compact.header(), purpose)
                    .flatMap(id -> keys.apply(id).flatMap(key -> open(purpose, compact, id, key))));
  }

  /** The name of the key that is said to have sealed it; empty for what is no such envelope. */
  public static Optional<String> keyId(Purpose purpose, String envelope) {
    return Compact.parse(envelope, 5, MAX_LENGTH)
        .flatMap(compact -> keyId(compact.header(), purpose));
  }

  private static Optional<byte[]> open(
      Purpose purpose, Compact envelope, String keyId, SecretKey key) {
    List<Base64URL> parts = envelope.parts();
    boolean wellFormed =
        parts.get(1).toString().isEmpty() // dir has no encrypted key, RFC 7518 §4.5
            && parts.get(2).decode().length == IV_BYTES
            && parts.get(4).decode().length == TAG_BYTES;
    if (!wellFormed) {
      return Optional.empty();
    }
    JWEHeader header = header(purpose, keyId).parsedBase64URL(parts.get(0)).build();
    byte[] authenticated = parts.get(0).toString().getBytes(US_ASCII);
    try {
      return Optional.of(
          new DirectDecrypter(key)
              .decrypt(header, null, parts.get(2), parts.get(3), parts.get(4), authenticated));
    } catch (JOSEException e) {
      return Optional.empty();
    }
  }

  /** The key's name, if the header has exactly the members that {@link #seal} writes. */
  private static Optional<String> keyId(Map<String, Object> header, Purpose purpose) {
    boolean ours =
        header.size() == 4
            && "dir".equals(header.get("alg"))
            && "A256GCM".equals(header.get("enc"))
            && purpose.wireName().equals(header.get("typ"));
    return ours && header.get("kid") instanceof String id ? Optional.of(id) : Optional.empty();
  }

  private static JWEHeader.Builder header(Purpose purpose, String keyId) {
    return new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
        .type(new JOSEObjectType(purpose.wireName()))
        .keyID(keyId);
  }
}
