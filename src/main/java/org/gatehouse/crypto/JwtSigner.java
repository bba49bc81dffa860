package org.gatehouse.crypto;

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
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.model.SigningAlgorithm;

/** Signs JWTs with our own keys (RFC 7519 §7.1). */
@ApplicationScoped
public class JwtSigner {
  private final SigningKeys keys;
  private final Map<String, JWSSigner> signers = new ConcurrentHashMap<>();

  @Inject
  public JwtSigner(SigningKeys keys) {
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  JwtSigner() {
    this(null); // CDI client proxy
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
    SigningKey key = keys.current(algorithm);
    JWSHeader header = Signatures.header(key).type(new JOSEObjectType(typ)).build();
    JWSObject jwt = new JWSObject(header, new Payload(claims));
    try {
      jwt.sign(signers.computeIfAbsent(key.kid(), kid -> Signatures.signer(key)));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign by " + key, e);
    }
    return jwt.serialize();
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
