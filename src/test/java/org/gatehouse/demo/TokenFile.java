package org.gatehouse.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The tokens of a run, for trying: a file that only its owner may read. */
final class TokenFile {
  private TokenFile() {}

  static Path write(Path file, Map<String, String> tokens) throws IOException {
    Files.deleteIfExists(file);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
    return Files.writeString(file, JSONObjectUtils.toJSONString(Map.copyOf(tokens)) + "\n");
  }
}
