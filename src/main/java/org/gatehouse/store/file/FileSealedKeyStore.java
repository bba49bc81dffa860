package org.gatehouse.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.PrivateDirectory;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;

/**
 * Sealed keys as files of a directory, which several nodes may share: {@code <kind>-<slot>.jwe}. A
 * replaced key is a file of the next version, {@code <kind>-<slot>~2.jwe}: as no file is ever
 * overwritten, the name decides who was first, on network file systems, too.
 */
@ApplicationScoped
@Typed(FileSealedKeyStore.class)
public class FileSealedKeyStore implements SealedKeyStore {
  private static final String ENDING = ".jwe";
  private static final char VERSION = '~';
  private static final int READS = 20;

  private final KeyConfig config;

  @Inject
  public FileSealedKeyStore(KeyConfig config) {
    this.config = config;
  }

  @SuppressWarnings("NullAway")
  FileSealedKeyStore() {
    this(null); // CDI client proxy
  }

  @Override
  public List<SealedKey> findAll(KeyKind kind) {
    for (int i = 0; i < READS; i++) {
      Optional<List<SealedKey>> keys = read(kind);
      if (keys.isPresent()) {
        return keys.get();
      }
    }
    throw new KeyMaterialException(
        "The files of " + directory().resolve("") + " change too fast to be read.");
  }

  @Override
  public boolean create(SealedKey key) {
    return !versions(key.kind()).containsKey(key.slot()) && write(key, 1, key.envelope());
  }

  @Override
  public boolean replace(SealedKey known, String envelope) {
    PrivateDirectory directory = directory();
    int version = versions(known.kind()).getOrDefault(known.slot(), 0);
    byte[] expected = known.envelope().getBytes(US_ASCII);
    boolean unchanged =
        directory
            .read(name(known, version))
            .filter(now -> Arrays.equals(now, expected))
            .isPresent();
    if (!unchanged || !write(known, version + 1, envelope)) {
      return false;
    }
    directory.delete(name(known, version));
    return true;
  }

  @Override
  public String location(KeyKind kind, String slot) {
    int version = versions(kind).getOrDefault(slot, 1);
    return directory().resolve(name(kind, slot, version)).toString();
  }

  /** A version that is not the newest when it is there came too late. */
  private boolean write(SealedKey key, int version, String envelope) {
    return directory().create(name(key, version), envelope.getBytes(US_ASCII))
        && versions(key.kind()).getOrDefault(key.slot(), version) == version;
  }

  /** Empty when a file went away between its name and its content, replaced by a newer one. */
  private Optional<List<SealedKey>> read(KeyKind kind) {
    List<SealedKey> keys = new ArrayList<>();
    for (var slot : versions(kind).entrySet()) {
      Optional<byte[]> bytes = directory().read(name(kind, slot.getKey(), slot.getValue()));
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      keys.add(new SealedKey(kind, slot.getKey(), new String(bytes.get(), US_ASCII)));
    }
    return Optional.of(keys);
  }

  /** The newest version of each slot. */
  private SortedMap<String, Integer> versions(KeyKind kind) {
    SortedMap<String, Integer> versions = new TreeMap<>();
    String beginning = kind.wireName() + "-";
    for (String name : directory().names(ENDING)) {
      if (name.startsWith(beginning)) {
        String text = name.substring(beginning.length(), name.length() - ENDING.length());
        int mark = text.indexOf(VERSION);
        String slot = mark < 0 ? text : text.substring(0, mark);
        versions.merge(slot, mark < 0 ? 1 : number(text.substring(mark + 1)), Math::max);
      }
    }
    return versions;
  }

  private static int number(String text) {
    return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
  }

  private static String name(SealedKey key, int version) {
    return name(key.kind(), key.slot(), version);
  }

  private static String name(KeyKind kind, String slot, int version) {
    String suffix = version == 1 ? "" : VERSION + String.valueOf(version);
    return kind.wireName() + "-" + slot + suffix + ENDING;
  }

  private PrivateDirectory directory() {
    return new PrivateDirectory(config.directory());
  }
}
