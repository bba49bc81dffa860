package org.gatehouse.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.fixture.Keys;
import org.gatehouse.store.SealedKeyStoreContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Sealed keys in a directory")
class FileSealedKeyStoreTest extends SealedKeyStoreContract {
  @TempDir private Path directory;

  @Override
  protected SealedKeyStore open() {
    return new FileSealedKeyStore(Keys.config(directory));
  }

  @Test
  void leavesNothingOfWhatWasReplaced() throws IOException {
    SealedKeyStore store = open();
    SealedKey first = new SealedKey(KeyKind.RING, "1", "first");
    store.create(first);
    store.replace(first, "second");

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("ring-1~2.jwe");
    }
    assertThat(store.location(KeyKind.RING, "1")).endsWith("ring-1~2.jwe");
  }

  @Test
  void prefersTheNewerVersionWhereAProcessDiedBetweenTheTwo() throws IOException {
    SealedKeyStore store = open();
    store.create(new SealedKey(KeyKind.RING, "1", "first"));
    Files.copy(directory.resolve("ring-1.jwe"), directory.resolve("keep"));
    store.replace(new SealedKey(KeyKind.RING, "1", "first"), "second");
    Files.move(directory.resolve("keep"), directory.resolve("ring-1.jwe"));

    assertThat(store.findAll(KeyKind.RING))
        .containsExactly(new SealedKey(KeyKind.RING, "1", "second"));
  }
}
