package org.gatehouse.cluster.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Outcome;

/** Every key that any node has published so far. */
final class KeyBook {
  private final Map<String, JWK> keys = new ConcurrentHashMap<>();
  private final History history;

  KeyBook(History history) {
    this.history = history;
  }

  /** Learns what a node publishes; the ids of it. */
  List<String> learn(String jwks) throws ParseException {
    List<JWK> published = JWKSet.parse(jwks).getKeys();
    published.forEach(key -> keys.put(key.getKeyID(), key));
    return published.stream().map(JWK::getKeyID).toList();
  }

  /** The id of the key that signed it; empty where it is no signed token. */
  static Optional<String> kid(String token) {
    try {
      return Optional.ofNullable(SignedJWT.parse(token).getHeader().getKeyID());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** Verifies a token, where its key is known already, and writes that down. */
  void verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWK key = keys.get(jwt.getHeader().getKeyID());
      if (key instanceof AsymmetricJWK asymmetric) {
        JWSVerifier verifier =
            new DefaultJWSVerifierFactory()
                .createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey());
        boolean good = jwt.verify(verifier);
        history
            .begin(Operation.VERIFY)
            .key(History.id(token))
            .end(good ? Outcome.OK : Outcome.REFUSED, good ? "" : "signature");
      }
    } catch (ParseException | JOSEException e) {
      history.begin(Operation.VERIFY).key(History.id(token)).refused(e.getClass().getSimpleName());
    }
  }
}
