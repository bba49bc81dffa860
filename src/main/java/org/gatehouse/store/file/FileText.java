package org.gatehouse.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of a file, which a location names: a path, or {@code classpath:} and a name. */
final class FileText {
  static final int LARGEST = 10 * 1024 * 1024;

  private static final String SETTING = "gatehouse.configuration.location";
  private static final String CLASSPATH = "classpath:";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  /** Empty where there is a fault. */
  static Optional<String> read(String location, Findings findings) {
    try (InputStream in = open(location)) {
      if (in == null) {
        findings.fault(SETTING, location, "a file that is there", "correct the path");
        return Optional.empty();
      }
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        findings.fault(location, "more than " + LARGEST + " bytes", "a smaller file", "split it");
        return Optional.empty();
      }
      return decode(location, bytes, findings);
    } catch (IOException | InvalidPathException | SecurityException e) {
      findings.fault(
          SETTING,
          location,
          "a file that the server may read (" + e.getClass().getSimpleName() + ")",
          "correct the path or its permissions");
      return Optional.empty();
    }
  }

  private static @Nullable InputStream open(String location) throws IOException {
    if (location.startsWith(CLASSPATH)) {
      String name = location.substring(CLASSPATH.length());
      return FileText.class.getClassLoader().getResourceAsStream(name);
    }
    Path path = Path.of(location);
    return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
  }

  private static Optional<String> decode(String location, byte[] bytes, Findings findings) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return Optional.of(marked ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      findings.fault(location, "bytes that are not UTF-8", "UTF-8", "save the file as UTF-8");
      return Optional.empty();
    }
  }
}
