package org.gatehouse.cluster.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the messages of one connection, one after the other (RFC 9112). */
final class MessageReader {
  private static final int LONGEST_LINE = 65_536;
  private static final int LARGEST_BODY = 16 << 20;

  /** RFC 9110 §7.6.1, and what Java's client sends to offer HTTP/2. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "content-length",
          "upgrade",
          "http2-settings");

  private final InputStream in;
  private boolean last;

  MessageReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Whether the connection ends with the message that was read last. */
  boolean isLast() {
    return last;
  }

  /** The next request; empty at the end of the connection. */
  Optional<Message> request() throws IOException {
    String start = line();
    if (start == null) {
      return Optional.empty();
    }
    List<Map.Entry<String, String>> headers = headers();
    String body = isFramed(headers) ? body(headers) : "";
    last = start.endsWith("HTTP/1.0") || saysClose(headers);
    return Optional.of(new Message(start, ofTheMessage(headers), body));
  }

  /** The answer to a request of that method. */
  Message answer(String method) throws IOException {
    String start = line();
    if (start == null) {
      throw new EOFException("closed without an answer");
    }
    List<Map.Entry<String, String>> headers = headers();
    int status = Integer.parseInt(start.split(" ", 3)[1]);
    if (status / 100 == 1) {
      return answer(method);
    }
    boolean bare = method.equals("HEAD") || status == 204 || status == 304;
    boolean framed = isFramed(headers);
    last = start.startsWith("HTTP/1.0") || saysClose(headers) || (!bare && !framed);
    String body = bare ? "" : framed ? body(headers) : text(in.readNBytes(LARGEST_BODY));
    return new Message(start, ofTheMessage(headers), body);
  }

  private String body(List<Map.Entry<String, String>> headers) throws IOException {
    if (!isChunked(headers)) {
      return text(exactly(Integer.parseInt(value(headers, "content-length").orElseThrow())));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(required().split(";", 2)[0].trim(), 16);
      if (size == 0) {
        headers();
        return text(body.toByteArray());
      }
      body.write(exactly(size));
      required();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private byte[] exactly(int length) throws IOException {
    if (length > LARGEST_BODY) {
      throw new ProtocolException("body of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("body cut off");
    }
    return bytes;
  }

  private List<Map.Entry<String, String>> headers() throws IOException {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = required(); !line.isEmpty(); line = required()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("header without a colon");
      }
      headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).trim()));
    }
    return headers;
  }

  private String required() throws IOException {
    String line = line();
    if (line == null) {
      throw new EOFException("message cut off");
    }
    return line;
  }

  /** The next line without its end; null at the end of the connection. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 && line.size() == 0) {
        return null;
      }
      if (next < 0 || line.size() == LONGEST_LINE) {
        throw new EOFException("line cut off");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static Optional<String> value(List<Map.Entry<String, String>> headers, String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isFramed(List<Map.Entry<String, String>> headers) {
    return value(headers, "content-length").isPresent() || isChunked(headers);
  }

  private static boolean isChunked(List<Map.Entry<String, String>> headers) {
    return value(headers, "transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  private static boolean saysClose(List<Map.Entry<String, String>> headers) {
    return value(headers, "connection").filter("close"::equalsIgnoreCase).isPresent();
  }

  private static List<Map.Entry<String, String>> ofTheMessage(
      List<Map.Entry<String, String>> headers) {
    return headers.stream()
        .filter(header -> !OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
