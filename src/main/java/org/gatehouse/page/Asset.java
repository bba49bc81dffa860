package org.gatehouse.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The files that pages load from this server; there are no others. */
public enum Asset {
  STYLESHEET("gatehouse.css", "text/css;charset=UTF-8"),
  ICON("gatehouse.svg", "image/svg+xml");

  private final String fileName;
  private final String mediaType;
  private final String content;
  private final String version;

  Asset(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.content = read("/assets/" + fileName);
    this.version = checksum(content);
  }

  public static Optional<Asset> named(String fileName) {
    return Arrays.stream(values()).filter(asset -> asset.fileName.equals(fileName)).findAny();
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  public String content() {
    return content;
  }

  /** Changes with the content. It tells versions apart for caches and protects nothing. */
  public String version() {
    return version;
  }

  /** Where pages find the file: an address that is never used for another content. */
  public String address() {
    return "/assets/" + fileName + "?v=" + version;
  }

  private static String read(String path) {
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksum(String content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", checksum.getValue());
  }
}
