package org.gatehouse.cluster;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;

/** An API that verifies tokens by a set of keys, which it keeps for as long as it may. */
final class KeyReader {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI address;
  private final Duration cacheTime;
  private JWKSet keys;
  private long readAt;

  KeyReader(URI server, Duration cacheTime) {
    this.address = server.resolve("/.well-known/openid-configuration/jwks");
    this.cacheTime = cacheTime;
  }

  /** Why the token is not verified by the keys that it has; empty where it is. */
  synchronized String fault(String token) throws IOException, InterruptedException {
    try {
      if (keys == null || System.nanoTime() - readAt > cacheTime.toNanos()) {
        readAt = System.nanoTime(); // as early as the answer may have been made
        keys = JWKSet.parse(read());
      }
      SignedJWT jwt = SignedJWT.parse(token);
      JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
      if (!(key instanceof AsymmetricJWK asymmetric)) {
        return "no key " + jwt.getHeader().getKeyID();
      }
      boolean good =
          jwt.verify(
              new DefaultJWSVerifierFactory()
                  .createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey()));
      return good ? "" : "wrong signature by " + jwt.getHeader().getKeyID();
    } catch (ParseException | JOSEException e) {
      return e.toString();
    }
  }

  private String read() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
