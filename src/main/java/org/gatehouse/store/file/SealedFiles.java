package org.gatehouse.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.List;
import org.gatehouse.crypto.PrivateDirectory;
import org.gatehouse.crypto.SealedKey;

/** Sealed keys of one kind as files of a directory: {@code <kind>-<slot>.jwe}. */
final class SealedFiles {
  private static final String ENDING = ".jwe";

  private final PrivateDirectory directory;
  private final String beginning;

  SealedFiles(Path directory, String kind) {
    this.directory = new PrivateDirectory(directory);
    this.beginning = kind + "-";
  }

  List<SealedKey> findAll() {
    return directory.names(ENDING).stream()
        .filter(name -> name.startsWith(beginning))
        .map(name -> name.substring(beginning.length(), name.length() - ENDING.length()))
        .flatMap(slot -> directory.read(name(slot)).map(bytes -> key(slot, bytes)).stream())
        .toList();
  }

  boolean create(SealedKey key) {
    return directory.create(name(key.slot()), key.envelope().getBytes(US_ASCII));
  }

  String location(String slot) {
    return directory.resolve(name(slot)).toString();
  }

  private String name(String slot) {
    return beginning + slot + ENDING;
  }

  private static SealedKey key(String slot, byte[] bytes) {
    return new SealedKey(slot, new String(bytes, US_ASCII));
  }
}
