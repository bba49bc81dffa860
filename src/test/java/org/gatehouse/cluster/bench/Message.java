package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request or an answer of HTTP/1.1, without what belongs to a connection.
 *
 * @param body its bytes, a character each
 */
record Message(String startLine, List<Map.Entry<String, String>> headers, String body) {
  String method() {
    return startLine.split(" ", 2)[0];
  }

  int status() {
    return Integer.parseInt(startLine.split(" ", 3)[1]);
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Message with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Message(startLine, more, body);
  }

  Message without(String name) {
    return new Message(
        startLine,
        headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList(),
        body);
  }

  static Message answer(int status, String text) {
    return new Message("HTTP/1.1 " + status + " " + text, List.of(), text);
  }

  static Message get(String path, String host) {
    return new Message("GET " + path + " HTTP/1.1", List.of(Map.entry("Host", host)), "");
  }

  /** Writes it with the length of its body; an answer without a body has its own header. */
  void write(OutputStream out, boolean withBody) throws IOException {
    StringBuilder head = new StringBuilder(startLine).append("\r\n");
    headers.forEach(
        header ->
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
    boolean request = startLine.endsWith(" HTTP/1.1");
    boolean hasLength = withBody && !(request && body.isEmpty() && method().equals("GET"));
    if (hasLength) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    head.append("\r\n").append(body);
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
