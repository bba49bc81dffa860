package org.gatehouse.crypto.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.fixture.Keys.CLOCK;
import static org.gatehouse.model.SigningAlgorithm.ES256;
import static org.gatehouse.model.SigningAlgorithm.ES384;
import static org.gatehouse.model.SigningAlgorithm.PS256;
import static org.gatehouse.model.SigningAlgorithm.RS256;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.SecretText;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.Keystore;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.model.SigningAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("RFC 7292: signing keys from a PKCS12 keystore")
class KeystoreKeysTest {
  @TempDir private Path temp;

  @Test
  void signsWithEachKeyUnderItsAlias() throws Exception {
    Path file =
        keystore()
            .rsa("first-rs256", 2048)
            .rsa("other-ps256", 3072)
            .ec("curve", "secp256r1")
            .save();

    SigningKeys keys = keys(file, RS256, PS256, ES256);
    assertThat(keys.current(RS256).kid()).isEqualTo("first-rs256");
    assertThat(keys.current(PS256).kid()).isEqualTo("other-ps256");
    assertThat(keys.current(ES256).kid()).isEqualTo("curve");
    for (SigningAlgorithm algorithm : List.of(RS256, PS256, ES256)) {
      String jwt = Keys.signer(keys).sign(algorithm, "JWT", Map.of("sub", "alice"));
      assertThat(new JwtVerifier(keys).verify(jwt, "JWT")).isPresent();
    }
  }

  @Test
  void publishesAlgorithmsAndNoPrivateHalf() throws Exception {
    Path file = keystore().rsa("a", 2048).ec("b", "secp384r1").save();

    List<JWK> published = JWKSet.parse(keys(file, RS256, ES384).jwks()).getKeys();
    assertThat(published)
        .extracting(key -> key.getAlgorithm().getName())
        .containsExactly("RS256", "ES384");
    assertThat(published).noneMatch(JWK::isPrivate);
  }

  @Test
  void makesNoKeysBesideIt() throws Exception {
    MemoryKeyStore store = new MemoryKeyStore();
    Path file = keystore().ec("b", "secp256r1").save();

    new SigningKeys(store, Keys.master(1), config(file, "password", ES256), CLOCK).load();
    assertThat(store.findAll()).isEmpty();
  }

  @Test
  void overlooksAKeyOfAnAlgorithmThatIsNotEnabled() throws Exception {
    Path file = keystore().ec("a", "secp256r1").ec("b", "secp384r1").save();

    assertThat(keys(file, ES256).find("b")).isEmpty();
  }

  @Test
  void refusesAMissingFile() {
    refuses(keys(temp.resolve("none.p12"), ES256), "none.p12 does not exist.");
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    Path file = keystore().ec("a", "secp256r1").save();
    KeyConfig config = config(file, "wrong", ES256);

    refuses(
        new SigningKeys(new MemoryKeyStore(), Keys.master(1), config, CLOCK),
        "cannot be read: the password is wrong or it is not a PKCS12 file.");
  }

  @Test
  void refusesWhatIsNoKeystore() throws IOException {
    Path file = Files.writeString(temp.resolve("text.p12"), "no keystore");

    refuses(keys(file, ES256), "cannot be read");
  }

  @Test
  void refusesAMissingAlgorithm() throws Exception {
    refuses(keys(keystore().ec("a", "secp256r1").save(), ES256, RS256), "has no key for RS256;");
    refuses(keys(keystore().rsa("a-ps256", 2048).save(), RS256), "has no key for RS256;");
  }

  @Test
  void refusesAChoiceThatIsNotClear() throws Exception {
    Path file = keystore().ec("a", "secp256r1").ec("b", "secp256r1").save();

    refuses(
        keys(file, ES256), "has several keys for ES256 [a, b]; put the algorithm into the alias.");
  }

  @Test
  @DisplayName("RFC 8725 §3.1: no key serves two algorithms")
  void refusesOneKeyForTwoAlgorithms() throws Exception {
    refuses(
        keys(keystore().rsa("a", 2048).save(), RS256, PS256),
        "has the key a, which serves two algorithms; give each its own.");
  }

  @Test
  @DisplayName("RFC 7518 §3.3: RSA keys of less than 2048 bits are refused")
  void refusesAShortRsaKey() throws Exception {
    refuses(
        keys(keystore().rsa("weak", 1024).save(), RS256), "the key weak, which is weak: an RSA");
  }

  @Test
  void refusesAnEvenExponent() throws Exception {
    Path file = keystore().rsaWithExponent("weak", 4).save();

    refuses(keys(file, RS256), "the key weak, which is weak: the exponent must be odd");
  }

  @Test
  void refusesOneKeyUnderTwoAliases() throws Exception {
    Path file = keystore().rsa("a-rs256", 2048).again("a-rs256", "b-ps256").save();

    refuses(keys(file, RS256, PS256), "the key b-ps256, which serves two algorithms");
  }

  @Test
  void refusesAnotherKindOfKey() throws Exception {
    refuses(
        keys(keystore().edwards("ed").save(), ES256),
        "the key ed, which is neither RSA nor on P-256, P-384 or P-521.");
  }

  @Test
  void refusesAPrivateKeyThatDoesNotFitItsCertificate() throws Exception {
    refuses(
        keys(keystore().mismatched("swapped").save(), ES256),
        "the key swapped, which does not fit its certificate.");
  }

  private Keystore keystore() throws Exception {
    return new Keystore(temp.resolve("keys.p12"), "password");
  }

  private static SigningKeys keys(Path file, SigningAlgorithm... algorithms) {
    return new SigningKeys(
        new MemoryKeyStore(), Keys.master(1), config(file, "password", algorithms), CLOCK);
  }

  private static KeyConfig config(Path file, String password, SigningAlgorithm... algorithms) {
    return Keys.withKeystore(
        Keys.config(Keys.NOWHERE, algorithms),
        new KeyConfig.Keystore(file, new SecretText(password)));
  }

  private static void refuses(SigningKeys keys, String part) {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(keys::load)
        .withMessageContaining(part);
  }
}
