package org.gatehouse.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A request that goes over the wire exactly as written; every character is a byte (ISO 8859-1).
 * HTTP libraries would repair or refuse what the tests are about.
 */
record RawRequest(String line, List<String> headers, String body) {
  private static final int PATIENCE = 10_000;

  static RawRequest of(String method, String target) {
    return new RawRequest(
        method + " " + target + " HTTP/1.1",
        List.of("Host: " + Deployments.baseUri().getAuthority(), "Connection: close"),
        "");
  }

  static RawRequest get(String target) {
    return of("GET", target);
  }

  /** A form. */
  static RawRequest post(String target, String form) {
    return of("POST", target)
        .with("Content-Type: application/x-www-form-urlencoded")
        .withBody(form);
  }

  /** A token request of a client that may make it. */
  static RawRequest token(String form) {
    return post("/connect/token", form).with(basic("machine_client:secret"));
  }

  static String basic(String pair) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawRequest with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new RawRequest(line, more, body);
  }

  RawRequest without(String header) {
    return new RawRequest(
        line, headers.stream().filter(each -> !each.startsWith(header + ":")).toList(), body);
  }

  private RawRequest withBody(String content) {
    return new RawRequest(line, headers, content).with("Content-Length: " + content.length());
  }

  RawAnswer send() throws IOException {
    String head = line + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    try (Socket socket = new Socket("localhost", Deployments.baseUri().getPort())) {
      socket.setSoTimeout(PATIENCE);
      try {
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      } catch (IOException refusedBeforeItWasAllSent) {
        // the answer may be there all the same
      }
      return RawAnswer.of(read(socket));
    }
  }

  private static String read(Socket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      int length = socket.getInputStream().read(buffer);
      while (length >= 0) {
        all.write(buffer, 0, length);
        length = socket.getInputStream().read(buffer);
      }
    } catch (IOException reset) {
      // what was read before counts
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
