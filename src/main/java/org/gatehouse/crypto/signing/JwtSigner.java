package org.gatehouse.crypto.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/** Signs JWTs with our own keys (RFC 7519 §7.1). */
@ApplicationScoped
public class JwtSigner {
  private final SigningKeys keys;
  private final KeyConfig config;
  private final Map<SigningAlgorithm, Signer> signers = new ConcurrentHashMap<>();

  @Inject
  public JwtSigner(SigningKeys keys, KeyConfig config) {
    this.keys = keys;
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  JwtSigner() {
    this(null, null); // CDI client proxy
  }

  /**
   * Signs the claims.
   *
   * @param algorithm one that is enabled
   * @param typ the kind of the token (RFC 8725 §3.11)
   * @param claims JSON values: strings, numbers, booleans, collections and maps of them
   */
  public String sign(SigningAlgorithm algorithm, String typ, Map<String, Object> claims) {
    requireJson(claims);
    SigningKey key = keys.current(algorithm, lifetime(claims));
    JWSHeader header = Signatures.header(key).type(new JOSEObjectType(typ)).build();
    JWSObject jwt = new JWSObject(header, new Payload(claims));
    try {
      jwt.sign(signers.compute(algorithm, (each, known) -> Signer.of(key, known)).signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign by " + key, e);
    }
    if (config.signing().selfCheck()) {
      check(key, jwt);
    }
    return jwt.serialize();
  }

  /** What signs by the key in use; made anew when another key takes over. */
  private record Signer(SigningKey key, JWSSigner signer) {
    static Signer of(SigningKey key, @Nullable Signer known) {
      return known != null && known.key().kid().equals(key.kid())
          ? known
          : new Signer(key, Signatures.signer(key));
    }
  }

  /** A token that the published keys do not verify must not leave. */
  private void check(SigningKey key, JWSObject jwt) {
    boolean verifies =
        keys.find(key.kid())
            .filter(
                half ->
                    Signatures.verifies(
                        half, jwt.getHeader(), jwt.getSigningInput(), jwt.getSignature()))
            .isPresent();
    if (!verifies) {
      keys.stop(key);
      throw new OAuthException(Refusal.NO_SIGNING_KEY);
    }
  }

  private static Duration lifetime(Map<String, Object> claims) {
    return claims.get("exp") instanceof Long end && claims.get("iat") instanceof Long start
        ? Duration.ofSeconds(Math.max(0, end - start))
        : Duration.ZERO;
  }

  /** Refuses what JSON has no word for, before a library finds one. */
  private static void requireJson(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(JwtSigner::requireName);
      map.values().forEach(JwtSigner::requireJson);
    } else if (value instanceof Collection<?> values) {
      values.forEach(JwtSigner::requireJson);
    } else if (!(value instanceof String || value instanceof Boolean || isNumber(value))) {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass().getName());
    }
  }

  private static void requireName(Object name) {
    if (!(name instanceof String)) {
      throw new IllegalArgumentException("not a claim name: " + name.getClass().getName());
    }
  }

  private static boolean isNumber(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal
        || (value instanceof Double number && Double.isFinite(number));
  }
}
