package org.gatehouse.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.page.Pages;
import org.gatehouse.page.RefusalLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is answered in front of the web container")
class PreparedAnswersTest {
  private static final Path DIRECTORY = Path.of("src/main/resources/org/gatehouse/front");

  /** Its place is taken by a reference when the answer is sent. */
  private static final String REFERENCE = "************";

  private final EarlyAnswers answers =
      new EarlyAnswers(
          new Pages(),
          new RefusalLog(new Handles()) {
            @Override
            public String record(OAuthException refused) {
              return REFERENCE;
            }
          });

  /** {@code mvn test -Dtest=PreparedAnswersTest -Dgatehouse.docs.update=true} writes them anew. */
  @ParameterizedTest
  @CsvSource({"*/*, for-programs.http", "text/html, for-persons.http"})
  void isWhatTheApplicationWouldAnswer(String accept, String name) throws IOException {
    String made = answer(accept);
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(DIRECTORY.resolve(name), made);
    }

    assertThat(DIRECTORY.resolve(name)).content().isEqualTo(made);
  }

  private String answer(String accept) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    answers.write(
        request(Map.of("Accept", accept)),
        response(headers, body),
        Refusal.MALFORMED_REQUEST,
        HttpServletResponse.SC_BAD_REQUEST);
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue() + "\n")
        .collect(Collectors.joining("", "", "\n" + body.toString(StandardCharsets.UTF_8)));
  }

  private static HttpServletRequest request(Map<String, String> headers) {
    return fake(
        HttpServletRequest.class,
        Map.of("getHeader", arguments -> headers.get((String) arguments[0])));
  }

  private static HttpServletResponse response(
      Map<String, String> headers, ByteArrayOutputStream body) {
    Map<String, Function<Object[], Object>> methods = new LinkedHashMap<>();
    methods.put("setStatus", arguments -> null);
    methods.put("setContentLength", arguments -> null);
    methods.put(
        "setHeader", arguments -> headers.put((String) arguments[0], (String) arguments[1]));
    methods.put("getOutputStream", arguments -> new Body(body));
    return fake(HttpServletResponse.class, methods);
  }

  /** An instance that knows these methods only. */
  private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> methods.get(method.getName()).apply(arguments)));
  }

  private static final class Body extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Body(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int octet) {
      bytes.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
