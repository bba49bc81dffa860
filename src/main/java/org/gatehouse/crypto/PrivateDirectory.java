package org.gatehouse.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of small files that only their owner may read. A file appears whole or not at all,
 * and is never overwritten.
 */
public final class PrivateDirectory {
  private static final int MAX_BYTES = 64 * 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;

  public PrivateDirectory(Path path) {
    this.path = path.toAbsolutePath();
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** The content of a file; empty when there is no such file. */
  public Optional<byte[]> read(String name) {
    Path file = resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      requirePrivate(file);
      return Optional.of(in.readNBytes(MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw fault("read", file, e);
    }
  }

  /** Names of the files that end so, in order; none when there is no directory yet. */
  public List<String> names(String ending) {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> n.endsWith(ending))
          .filter(n -> !n.startsWith("."))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw fault("list", path, e);
    }
  }

  /**
   * Writes a new file. False when there is one already, which stays as it is; of any number of
   * processes at once exactly one gets true.
   */
  public boolean create(String name, byte[] content) {
    Path file = resolve(name);
    try {
      Files.createDirectories(path, ownerOnly(OWNER_ONLY_DIRECTORY));
      Path draft = Files.createTempFile(path, ".", ".draft", ownerOnly(OWNER_ONLY_FILE));
      try {
        write(draft, content);
        Files.createLink(file, draft); // unlike a rename it never replaces
        syncDirectory();
        return true;
      } catch (FileAlreadyExistsException e) {
        return isLinked(draft); // a network file system may say so of our own link, asked again
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw fault("write", file, e);
    }
  }

  /** Takes a file away that another one replaces. Whether it is still there does not matter. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(resolve(name));
    } catch (IOException e) {
      throw fault("delete", resolve(name), e);
    }
  }

  private boolean isLinked(Path draft) throws IOException {
    return draft.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(draft, "unix:nlink") instanceof Integer links
        && links > 1;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes the new name survive a crash of the machine, where the system can open directories. */
  private void syncDirectory() throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void requirePrivate(Path file) throws IOException {
    if (isPosix() && !OWNER_ONLY_FILE.containsAll(Files.getPosixFilePermissions(file))) {
      throw new KeyMaterialException(
          "Others than the owner may use " + file + "; take their rights away (chmod 600).");
    }
  }

  private FileAttribute<?>[] ownerOnly(Set<PosixFilePermission> permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static KeyMaterialException fault(String verb, Path file, Exception cause) {
    return new KeyMaterialException(
        "Cannot " + verb + " " + file + " (" + cause.getClass().getSimpleName() + ").");
  }
}
