package org.gatehouse.it;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What came back over a socket, byte by byte (as ISO 8859-1). */
record RawAnswer(String head, String body) {
  static RawAnswer of(String text) {
    int end = text.indexOf("\r\n\r\n");
    return end < 0
        ? new RawAnswer(text, "")
        : new RawAnswer(text.substring(0, end), text.substring(end + 4));
  }

  /** 0 where the server closed the connection without an answer. */
  int status() {
    return head.startsWith("HTTP/") ? Integer.parseInt(head.substring(9, 12)) : 0;
  }

  List<String> header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ": ";
    return Stream.of(head.split("\r\n", -1))
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  boolean isJson() {
    return header("Content-Type").equals(List.of("application/json"));
  }

  boolean isPage() {
    return header("Content-Type").equals(List.of("text/html;charset=UTF-8"))
        && body.startsWith("<!doctype html>");
  }

  /** The value of {@code error}. */
  String error() {
    return body.replaceAll("(?s).*\"error\":\"([a-z_]+)\".*", "$1");
  }
}
