package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.Compact;

/**
 * Recognises JWTs that this server signed (RFC 7519 §7.2, RFC 8725). Only our own keys count; times
 * and audiences are judged by the caller.
 */
@ApplicationScoped
public class JwtVerifier {
  private static final int MAX_LENGTH = 51_200;

  private final SigningKeys keys;

  @Inject
  public JwtVerifier(SigningKeys keys) {
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  JwtVerifier() {
    this(null); // CDI client proxy
  }

  /**
   * The content of a JWT of ours. Empty for everything else.
   *
   * @param expectedTypes values of {@code typ}, one of which it must have
   */
  public Optional<VerifiedJwt> verify(String jwt, String... expectedTypes) {
    return Compact.parse(jwt, 3, MAX_LENGTH)
        .filter(compact -> isOurs(compact.header(), expectedTypes))
        .flatMap(this::verify);
  }

  /** The members that we write, no more: none may point to a key, none is critical. */
  private static boolean isOurs(Map<String, Object> header, String... expectedTypes) {
    return header.size() == 3
        && header.get("alg") instanceof String
        && header.get("kid") instanceof String
        && Arrays.asList(expectedTypes).contains(header.get("typ"));
  }

  private Optional<VerifiedJwt> verify(Compact jwt) {
    String typ = String.valueOf(jwt.header().get("typ"));
    return keys.find(String.valueOf(jwt.header().get("kid")))
        .filter(key -> key.algorithm().name().equals(jwt.header().get("alg"))) // RFC 8725 §3.1
        .filter(key -> isSigned(key, typ, jwt.parts()))
        .flatMap(key -> read(typ, jwt.parts().get(1)));
  }

  private static boolean isSigned(SigningKey key, String typ, List<Base64URL> parts) {
    JWSHeader header =
        Signatures.header(key).type(new JOSEObjectType(typ)).parsedBase64URL(parts.get(0)).build();
    byte[] signed = (parts.get(0) + "." + parts.get(1)).getBytes(US_ASCII);
    return Signatures.verifies(key, header, signed, parts.get(2));
  }

  private static Optional<VerifiedJwt> read(String typ, Base64URL payload) {
    return Compact.object(payload).map(claims -> new VerifiedJwt(typ, claims));
  }
}
