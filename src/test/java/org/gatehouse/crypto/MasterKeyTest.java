package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.crypto.Purpose.DATA_KEY;
import static org.gatehouse.crypto.Purpose.SIGNING_KEY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.gatehouse.config.SecretBytes;
import org.gatehouse.config.ServerConfig.Profile;
import org.gatehouse.fixture.Keys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The master key")
class MasterKeyTest {
  private static final byte[] PLAIN = "key".getBytes(UTF_8);

  @TempDir private Path directory;

  @Test
  void opensWhatItSealedForOnePurpose() {
    String envelope = Keys.master(1).seal(DATA_KEY, PLAIN);

    assertThat(Keys.master(1).open(DATA_KEY, envelope)).contains(PLAIN);
    assertThat(Keys.master(1).open(SIGNING_KEY, envelope)).isEmpty();
    assertThat(Keys.master(2).open(DATA_KEY, envelope)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DEMO", "DEV"})
  void isMadeAndKeptForTheOwnerWhereGatehouseIsTried(Profile profile) throws IOException {
    String envelope = master(profile).seal(DATA_KEY, PLAIN);

    Path file = directory.resolve(MasterKeySource.FILE);
    assertThat(master(profile).open(DATA_KEY, envelope)).contains(PLAIN);
    assertThat(file).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEST", "PROD"})
  void isRequiredElsewhere(Profile profile) {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> master(profile).seal(DATA_KEY, PLAIN))
        .withMessageStartingWith("The setting for the master key is missing");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void isNotTakenFromADamagedFile() throws IOException {
    master(Profile.DEMO).seal(DATA_KEY, PLAIN);
    Files.write(directory.resolve(MasterKeySource.FILE), new byte[31]);

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> master(Profile.DEMO).seal(DATA_KEY, PLAIN))
        .withMessageContaining("master.key")
        .withMessageContaining("32 bytes");
  }

  @Test
  void isRefusedInAnotherLength() {
    MasterKey shorter =
        new MasterKey(
            Keys.config(directory, Optional.of(new SecretBytes(new byte[16]))),
            Keys.server(Profile.PROD));

    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(() -> shorter.seal(DATA_KEY, PLAIN))
        .withMessage("The master key of the setting must have exactly 32 bytes.");
  }

  private MasterKey master(Profile profile) {
    return new MasterKey(Keys.config(directory, Optional.empty()), Keys.server(profile));
  }
}
