package org.gatehouse.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.fixture.Keys.CLOCK;
import static org.gatehouse.fixture.Keys.master;
import static org.gatehouse.model.SigningAlgorithm.ES256;
import static org.gatehouse.model.SigningAlgorithm.ES384;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.fixture.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Keys in files")
class FileKeysTest {
  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void chooseADirectoryThatDoesNotExist() {
    directory = temp.resolve("data/keys");
  }

  @Test
  void keepsTheRingOverARestart() {
    assertThat(ring(1).current()).isEqualTo(ring(1).current());
  }

  @Test
  void keepsSigningKeysOverARestart() {
    assertThat(signing(1).jwks()).isEqualTo(signing(1).jwks());
  }

  @Test
  void keepsOneFileForEachKey() throws IOException {
    ring(1).load();
    signing(1).load();

    assertThat(files()).containsExactly("ring-1.jwe", "signing-ES256-1.jwe", "signing-ES384-1.jwe");
  }

  @Test
  void letsOnlyTheOwnerIn() throws IOException {
    ring(1).load();
    signing(1).load();

    assertThat(permissions(directory)).isEqualTo("rwx------");
    for (String file : files()) {
      assertThat(permissions(directory.resolve(file))).isEqualTo("rw-------");
    }
  }

  @Test
  void writesNoKeyInClear() throws IOException {
    signing(1).load();

    for (String file : files()) {
      assertThat(Files.readString(directory.resolve(file))).matches("[\\w-]+\\.\\.[\\w.-]+");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring-1.jwe", "signing-ES256-1.jwe"})
  void refusesADamagedFileAndLeavesItAlone(String name) throws IOException {
    loadAll(1);
    Path file = directory.resolve(name);
    byte[] good = Files.readAllBytes(file);
    byte[] changed = good.clone();
    changed[changed.length / 2] ^= 1;
    byte[] halved = Arrays.copyOf(good, good.length / 2);

    for (byte[] bad : List.of(changed, halved, new byte[0], "{}".getBytes(US_ASCII))) {
      Files.write(file, bad);
      assertThatExceptionOfType(KeyMaterialException.class)
          .isThrownBy(() -> loadAll(1))
          .withMessageContaining(file + " is damaged or was sealed by another master key");
      assertThat(Files.readAllBytes(file)).isEqualTo(bad);
    }
  }

  @Test
  void refusesFilesOfAnotherMasterKey() {
    loadAll(1);

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> ring(2).load())
        .withMessageContaining("ring-1.jwe is damaged or was sealed by another master key");
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> signing(2).load())
        .withMessageContaining("signing-ES384-1.jwe: each is damaged");
  }

  @Test
  void refusesAFileThatOthersCanRead() throws IOException {
    ring(1).load();
    Path file = directory.resolve("ring-1.jwe");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> ring(1).load())
        .withMessageContaining("chmod 600");
  }

  @Test
  void refusesAFileInPlaceOfTheDirectory() throws IOException {
    directory = Files.writeString(temp.resolve("file"), "");

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> ring(1).load())
        .withMessage("Cannot list " + directory + " (NotDirectoryException).");
  }

  @Test
  void refusesADirectoryInPlaceOfAFile() throws IOException {
    Files.createDirectories(directory.resolve("ring-1.jwe"));

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> ring(1).load())
        .withMessageContaining("ring-1.jwe");
  }

  @Test
  void overlooksDraftsOfAProcessThatDied() throws IOException {
    ring(1).load();
    Files.writeString(directory.resolve(".123.draft"), "half");
    Files.writeString(directory.resolve(".ring-2.jwe"), "half");

    ring(1).load();
    assertThat(signing(1).algorithms()).isNotEmpty();
  }

  private void loadAll(int master) {
    ring(master).load();
    signing(master).load();
  }

  private KeyRing ring(int master) {
    return new KeyRing(
        new FileSealedKeyStore(Keys.config(directory)),
        master(master),
        Keys.config(directory),
        CLOCK);
  }

  private SigningKeys signing(int master) {
    return new SigningKeys(
        new FileSealedKeyStore(Keys.config(directory)),
        master(master),
        Keys.config(directory, ES256, ES384),
        CLOCK);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
