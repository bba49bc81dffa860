package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.fixture.Keys.CLOCK;
import static org.gatehouse.model.SigningAlgorithm.ES256;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.SecretBytes;
import org.gatehouse.config.SecretText;
import org.gatehouse.config.ServerConfig.Profile;
import org.gatehouse.crypto.ring.DataProtector;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.Keystore;
import org.gatehouse.fixture.MemoryKeyStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Another master key")
class MasterKeyRotationTest {
  private static final byte[] PLAIN = "cookie".getBytes(UTF_8);

  private final MemoryKeyStore store = new MemoryKeyStore();

  @TempDir private Path directory;

  /** A node: which master key seals, and which others open. */
  private record Node(KeyRing ring, SigningKeys signing, DataProtector protector) {
    static Node start(MemoryKeyStore store, int sealing, Integer... opening) {
      List<SecretBytes> previous = Arrays.stream(opening).map(Keys::secret).toList();
      KeyConfig config =
          Keys.withMaster(
              Keys.config(Keys.NOWHERE, ES256),
              new KeyConfig.Master(
                  Optional.of(Keys.secret(sealing)), Optional.empty(), "", previous));
      MasterKey master = new MasterKey(config, Keys.server(Profile.PROD));
      KeyRing ring = new KeyRing(store, master, config, CLOCK);
      Node node =
          new Node(ring, new SigningKeys(store, master, config, CLOCK), new DataProtector(ring));
      ring.load();
      node.signing().load();
      return node;
    }

    void work(Node other) {
      ring.tick();
      signing.tick();
      assertThat(ring.warning()).isEmpty();
      assertThat(signing.warning()).isEmpty();
      assertThat(other.protector.open(Purpose.ERROR, protector.seal(Purpose.ERROR, PLAIN)))
          .contains(PLAIN);
      assertThat(other.signing.jwks()).isEqualTo(signing.jwks());
    }
  }

  @Test
  @DisplayName("two rolling restarts: first all open by both, then all seal by the new one")
  void comesWhileNodesOfOldAndNewSettingsRunSideBySide() {
    Node a0 = Node.start(store, 1);
    Node b0 = Node.start(store, 1);
    String jwks = a0.signing().jwks();

    Node a1 = Node.start(store, 1, 2);
    a1.work(b0);
    b0.work(a1);
    Node b1 = Node.start(store, 1, 2);

    Node a2 = Node.start(store, 2, 1);
    a2.work(b1);
    b1.work(a2);
    Node b1Again = Node.start(store, 1, 2); // it crashed, and seals by the old one once more
    a2.work(b1Again);
    b1Again.work(a2);
    Node b2 = Node.start(store, 2, 1);
    b2.work(a2);

    Node c = Node.start(store, 2);
    c.work(a2);
    assertThat(c.signing().jwks()).isEqualTo(jwks);
  }

  @Test
  void sealsEverythingAnewAtTheStart() {
    KeyRing ring = Node.start(store, 1).ring();
    String id = ring.current().id();
    Map<String, String> revoked = Map.of("gatehouse.key-ring.revoked-keys", id);
    new KeyRing(store, Keys.master(1), Keys.config(revoked), CLOCK).load();
    List<SealedKey> before = store.findAll();

    Node.start(store, 2, 1);
    assertThat(before)
        .extracting(SealedKey::kind)
        .contains(KeyKind.RING, KeyKind.SIGNING, KeyKind.MARK);
    assertThat(store.findAll()).doesNotContainAnyElementsOf(before).hasSameSizeAs(before);
  }

  @Test
  void refusesWhatNeitherOpens() {
    Node.start(store, 1);

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> Node.start(store, 3, 2))
        .withMessageContaining("sealed by another master key");
  }

  @Test
  void isTakenFromAKeystoreWhoseOtherKeysOpen() throws Exception {
    Path file =
        new Keystore(directory.resolve("master.p12"), "secret")
            .aes("old", Keys.secret(1).value())
            .aes("new", Keys.secret(2).value())
            .save();
    String old = keystore(file, "secret", "old").seal(Purpose.DATA_KEY, PLAIN);
    MasterKey renewed = keystore(file, "secret", "new");

    assertThat(old).isNotNull();
    assertThat(renewed.open(Purpose.DATA_KEY, old)).contains(PLAIN);
    assertThat(Keys.master(1).open(Purpose.DATA_KEY, old)).contains(PLAIN);
    assertThat(Keys.master(2).open(Purpose.DATA_KEY, renewed.seal(Purpose.DATA_KEY, PLAIN)))
        .contains(PLAIN);
  }

  @Test
  void isRefusedWhereTheKeystoreHasNone() throws Exception {
    Path file =
        new Keystore(directory.resolve("master.p12"), "secret").aes("short", new byte[16]).save();

    refuses(keystore(file, "secret", "short"), "has no AES key of 256 bits under the alias short");
    refuses(keystore(file, "secret", "none"), "has no AES key of 256 bits under the alias none");
    refuses(keystore(file, "wrong", "short"), "cannot be read: the password is wrong");
  }

  private static void refuses(MasterKey key, String part) {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> key.seal(Purpose.DATA_KEY, PLAIN))
        .withMessageContaining(part);
  }

  private static MasterKey keystore(Path file, String password, String alias) {
    KeyConfig.Keystore keystore = new KeyConfig.Keystore(file, new SecretText(password));
    return new MasterKey(
        Keys.withMaster(
            Keys.config(Keys.NOWHERE),
            new KeyConfig.Master(Optional.empty(), Optional.of(keystore), alias, List.of())),
        Keys.server(Profile.PROD));
  }
}
