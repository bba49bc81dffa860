package org.gatehouse.crypto.signing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.Sha2;
import org.gatehouse.model.SigningAlgorithm;

/**
 * The keys at one moment: what signs, what verifies, and what is published. It is replaced as a
 * whole, so that no request sees half of a change.
 *
 * @param current the key that signs by each algorithm
 * @param byId what verifies, by name
 * @param document what is published
 */
record KeySet(
    Map<SigningAlgorithm, SigningKey> current,
    Map<String, Verifying> byId,
    PublishedKeys document) {

  /**
   * A key that verifies.
   *
   * @param until when that ends
   */
  record Verifying(SigningKey key, Optional<Instant> until) {
    static List<Verifying> always(List<SigningKey> some, List<SigningKey> more) {
      return Stream.of(some, more)
          .flatMap(List::stream)
          .map(key -> new Verifying(key, Optional.empty()))
          .toList();
    }

    /** The same by its public half, as others read it. */
    private Verifying published() {
      return new Verifying(key.published(), until);
    }
  }

  /**
   * @param signing at most one an algorithm, each also among the others
   * @param verifying in the order in which they are published
   */
  static KeySet of(List<SigningKey> signing, List<Verifying> verifying) {
    Map<SigningAlgorithm, SigningKey> current = new EnumMap<>(SigningAlgorithm.class);
    signing.forEach(key -> current.put(key.algorithm(), key));
    Map<String, Verifying> byId = new HashMap<>();
    List<JWK> jwks = new ArrayList<>();
    for (Verifying each : verifying) {
      Verifying published = each.published();
      jwks.add(published.key().jwk());
      if (byId.put(each.key().kid(), published) != null) {
        throw new KeyMaterialException("Two signing keys have the name " + each.key().kid() + ".");
      }
    }
    String json = new JWKSet(jwks).toString(true);
    PublishedKeys document = new PublishedKeys(json, Sha2.base64UrlSha256(json));
    return new KeySet(Map.copyOf(current), Map.copyOf(byId), document);
  }

  Optional<SigningKey> find(String kid, Instant now) {
    return Optional.ofNullable(byId.get(kid))
        .filter(each -> each.until().map(now::isBefore).orElse(true))
        .map(Verifying::key);
  }
}
