package org.gatehouse.front;

import com.ibm.wsspi.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An answer of the application, rendered before the build: header fields, an empty line, the body.
 * It stands for a refused request of status 400.
 */
record PreparedAnswer(Map<String, String> headers, String body) {
  /** Where the reference goes that the log line has, too. */
  static final String REFERENCE = "************";

  PreparedAnswer {
    headers = Map.copyOf(headers);
  }

  static PreparedAnswer read(String name) {
    try (InputStream in = PreparedAnswer.class.getResourceAsStream(name)) {
      byte[] all = Objects.requireNonNull(in, name).readAllBytes();
      return parse(new String(all, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PreparedAnswer parse(String text) {
    int end = text.indexOf("\n\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.substring(0, end).split("\n", -1)) {
      int colon = line.indexOf(": ");
      headers.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return new PreparedAnswer(headers, text.substring(end + 2));
  }

  void write(HttpResponse response, String reference) throws IOException {
    byte[] bytes = body.replace(REFERENCE, reference).getBytes(StandardCharsets.UTF_8);
    response.setStatus(400);
    headers.forEach(response::setHeader);
    response.setContentLength(bytes.length);
    response.getBody().write(bytes);
  }
}
