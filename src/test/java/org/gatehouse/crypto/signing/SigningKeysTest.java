package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gatehouse.fixture.Keys.CLOCK;
import static org.gatehouse.fixture.Keys.NOWHERE;
import static org.gatehouse.fixture.Keys.master;
import static org.gatehouse.model.SigningAlgorithm.ES256;
import static org.gatehouse.model.SigningAlgorithm.ES384;
import static org.gatehouse.model.SigningAlgorithm.RS256;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.model.SigningAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7517 §5: signing keys and their published set")
class SigningKeysTest {
  private final MemoryKeyStore store = new MemoryKeyStore();

  @Test
  void publishesOneKeyForEachAlgorithmWithItsName() throws Exception {
    JWKSet published = JWKSet.parse(Keys.signing().jwks());

    assertThat(published.getKeys())
        .extracting(key -> key.getAlgorithm().getName())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SigningAlgorithm.values()).map(Enum::name).toList());
    assertThat(published.getKeys()).extracting(JWK::getKeyUse).containsOnly(KeyUse.SIGNATURE);
    assertThat(published.getKeys())
        .allMatch(key -> Keys.signing().find(key.getKeyID()).isPresent());
  }

  @Test
  void publishesNoPrivateHalf() throws Exception {
    assertThat(JWKSet.parse(Keys.signing().jwks()).getKeys()).noneMatch(JWK::isPrivate);
    assertThat(Keys.signing().jwks()).doesNotContain("\"d\"", "\"p\"", "\"dp\"");
  }

  @Test
  @DisplayName("RFC 8725 §3.1: no key serves two algorithms")
  void givesEachAlgorithmAKeyOfItsOwn() {
    assertThat(SigningAlgorithm.values())
        .extracting(algorithm -> Keys.signing().current(algorithm).kid())
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("RFC 7518 §3.3: RSA keys have 2048 bits")
  void makesRsaKeysOf2048Bits() {
    assertThat(((RSAKey) Keys.signing().current(RS256).jwk()).size()).isEqualTo(2048);
  }

  @Test
  @DisplayName("RFC 7638: a made key is named by its thumbprint")
  void namesAKeyByItsThumbprint() throws Exception {
    SigningKey key = Keys.signing().current(ES256);

    assertThat(key.kid()).isEqualTo(key.jwk().computeThumbprint().toString());
  }

  @Test
  void keepsItsKeysOverARestart() {
    String kid = keys(ES256).current(ES256).kid();

    assertThat(keys(ES256).current(ES256).kid()).isEqualTo(kid);
  }

  @Test
  void makesOnlyTheMissingKeyForANewAlgorithm() {
    String kid = keys(ES256).current(ES256).kid();

    SigningKeys more = keys(ES384, ES256);
    more.load();
    assertThat(more.current(ES256).kid()).isEqualTo(kid);
    assertThat(store.findAll()).extracting(SealedKey::slot).containsExactly("ES256-1", "ES384-1");
  }

  @Test
  void publishesAKeyWhoseAlgorithmIsNoLongerEnabled() {
    String kid = keys(ES256, ES384).current(ES256).kid();

    SigningKeys fewer = keys(ES384);
    assertThat(fewer.find(kid)).isPresent();
    assertThat(fewer.jwks()).contains(kid);
    assertThat(fewer.supports(ES256)).isFalse();
    assertThat(fewer.algorithms()).containsExactly(ES384);
    assertThatIllegalArgumentException().isThrownBy(() -> fewer.current(ES256));
  }

  @Test
  void findsNoUnknownKey() {
    assertThat(Keys.signing().find("unknown")).isEmpty();
  }

  @Test
  void doesNotPrintKeys() {
    SigningKey key = Keys.signing().current(ES256);

    assertThat(key).hasToString("SigningKey[" + key.kid() + ", ES256]");
  }

  @Test
  void refusesKeysOfAnotherMasterKey() {
    keys(ES256).load();

    refuses(
        new SigningKeys(store, master(2), Keys.config(NOWHERE, ES256), CLOCK),
        "The signing key in memory ES256-1 is damaged or was sealed by another master key");
  }

  @Test
  void refusesADamagedKeyAndMakesNoNewOne() {
    store.create(new SealedKey(KeyKind.SIGNING, "ES256-1", "damaged"));

    refuses(keys(ES256, ES384), "memory ES256-1 is damaged");
    assertThat(store.findAll()).hasSize(1);
  }

  @Test
  void refusesASealedKeyThatIsNone() {
    String envelope = master(1).seal(Purpose.SIGNING_KEY, "{}".getBytes(UTF_8));
    store.create(new SealedKey(KeyKind.SIGNING, "ES256-1", envelope));

    refuses(keys(ES256), "memory ES256-1 is damaged");
  }

  @Test
  void refusesAKeyInTheSlotOfAnotherAlgorithm() {
    keys(ES256).load();
    store.create(new SealedKey(KeyKind.SIGNING, "ES384-1", store.findAll().get(0).envelope()));

    refuses(keys(ES384), "memory ES384-1 is damaged");
  }

  @Test
  void refusesTheSameKeyTwice() {
    keys(ES256).load();
    store.create(new SealedKey(KeyKind.SIGNING, "ES256-2", store.findAll().get(0).envelope()));

    refuses(keys(ES256), "Two signing keys have the name");
  }

  @Test
  void refusesAStoreThatKeepsNothing() {
    SealedKeyStore forgetful =
        new SealedKeyStore() {
          @Override
          public List<SealedKey> findAll(KeyKind kind) {
            return List.of();
          }

          @Override
          public boolean create(SealedKey key) {
            return true;
          }

          @Override
          public boolean replace(SealedKey known, String envelope) {
            return true;
          }

          @Override
          public String location(KeyKind kind, String slot) {
            return "nowhere/" + slot;
          }
        };

    refuses(
        new SigningKeys(forgetful, master(1), Keys.config(NOWHERE, ES256), CLOCK),
        "nowhere/ES256-1 was kept but cannot be found");
  }

  private SigningKeys keys(SigningAlgorithm... algorithms) {
    return new SigningKeys(store, master(1), Keys.config(NOWHERE, algorithms), CLOCK);
  }

  private static void refuses(SigningKeys keys, String part) {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(keys::load)
        .withMessageContaining(part);
  }
}
