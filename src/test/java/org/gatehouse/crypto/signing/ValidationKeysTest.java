package org.gatehouse.crypto.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.model.SigningAlgorithm.ES256;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.Keystore;
import org.gatehouse.fixture.MemoryKeyStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Keys that verify and never sign")
class ValidationKeysTest {
  private static final String LOCATION = "gatehouse.signing.validation-keys.location";

  @TempDir private Path directory;

  @Test
  void arePublishedAndAcceptedAndNotUsed() throws Exception {
    SigningKey old = other();
    SigningKeys keys = keys(old.jwk().toPublicJWK());

    assertThat(keys.jwks()).contains("\"old\"");
    assertThat(keys.find("old")).isPresent();
    assertThat(keys.current(ES256).kid()).isNotEqualTo("old");
    assertThat(JWKSet.parse(keys.jwks()).getKeys()).noneMatch(JWK::isPrivate);
  }

  @Test
  void areTakenFromCertificates() throws Exception {
    Path file =
        new Keystore(directory.resolve("old.p12"), "secret")
            .trusted("old-1", "secp384r1")
            .rsa("old-ps256", 2048)
            .save();
    SigningKeys keys =
        keys(
            Map.of(
                LOCATION, file.toString(), "gatehouse.signing.validation-keys.password", "secret"));

    assertThat(keys.find("old-1")).get().hasToString("SigningKey[old-1, ES384]");
    assertThat(keys.find("old-ps256")).get().hasToString("SigningKey[old-ps256, PS256]");
    assertThat(keys.jwks()).doesNotContain("x5c");
  }

  @Test
  @DisplayName("attack 234: no private half is published, nor taken in")
  void refuseAPrivateHalf() throws Exception {
    refuses(other().jwk(), "has a key that is not public only");
  }

  @Test
  void refuseAKeyWithoutNameOrAlgorithm() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("old").generate().toPublicJWK();

    refuses(key, "has a key without kid, or without an alg");
    refuses(
        new ECKey.Builder(key).keyID(null).algorithm(JWSAlgorithm.ES256).build(),
        "has a key without kid, or without an alg");
  }

  @Test
  @DisplayName("attack 241: weak keys are refused")
  void refuseAWeakKey() throws Exception {
    JWK weak =
        new RSAKeyGenerator(1024, true)
            .keyID("old")
            .algorithm(JWSAlgorithm.RS256)
            .generate()
            .toPublicJWK();

    refuses(weak, "has the key old, which is weak: an RSA key needs 2048 bits or more");
  }

  @Test
  void refuseAFileThatIsNoSet() throws Exception {
    Path file = Files.writeString(directory.resolve("keys.json"), "[]");

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(keys(Map.of(LOCATION, file.toString()))::load)
        .withMessageContaining("cannot be read");
  }

  private static SigningKey other() throws Exception {
    JWK jwk = new ECKeyGenerator(Curve.P_256).algorithm(JWSAlgorithm.ES256).keyID("old").generate();
    return new SigningKey("old", ES256, jwk);
  }

  private SigningKeys keys(JWK validation) throws Exception {
    String json = new JWKSet(validation).toString(false);
    Path file = Files.writeString(directory.resolve("keys.json"), json);
    return keys(Map.of(LOCATION, file.toString()));
  }

  private static SigningKeys keys(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("gatehouse.signing.algorithms", "ES256");
    return new SigningKeys(new MemoryKeyStore(), Keys.master(1), Keys.config(all), Keys.CLOCK);
  }

  private void refuses(JWK validation, String part) throws Exception {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(keys(validation)::load)
        .withMessageContaining(part);
  }
}
