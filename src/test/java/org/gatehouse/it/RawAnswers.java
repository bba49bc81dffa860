package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What every answer to a hostile request must be. */
final class RawAnswers {
  /** What tells about the server or its maker. */
  private static final List<String> TELLTALES =
      List.of(
          "exception",
          "java.",
          "jakarta",
          "org.",
          "com.ibm",
          "resteasy",
          "liberty",
          "websphere",
          "weld",
          "cwww",
          "srve",
          "wlp",
          "\tat ",
          "$wsep",
          "x-powered-by",
          "\r\nserver:",
          "jsessionid",
          "26.0.0",
          "/usr");

  private RawAnswers() {}

  static RawAnswer quick(RawRequest request) throws IOException {
    Instant start = Instant.now();
    RawAnswer answer = request.send();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    return answer;
  }

  static String parameters(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i + "=v").collect(Collectors.joining("&"));
  }

  static String withoutDate(RawAnswer answer) {
    return answer.head().replaceAll("\r\nDate: [^\r]*", "");
  }

  /** Our JSON, for nobody to keep. */
  static void assertRefused(RawAnswer answer, int status, String error) {
    assertThat(answer.status()).as(answer.head() + answer.body()).isEqualTo(status);
    assertThat(answer.isJson()).as(answer.head() + answer.body()).isTrue();
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.header("Cache-Control")).containsExactly("no-store");
    assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
    assertTellsNothing(answer);
  }

  static void assertTellsNothing(RawAnswer answer) {
    assertThat(answer.status()).as(answer.head()).isBetween(200, 499);
    String all = ("\r\n" + answer.head() + "\r\n\r\n" + answer.body()).toLowerCase(Locale.ROOT);
    assertThat(TELLTALES).noneMatch(all::contains);
    assertThat(answer.header("Set-Cookie")).allMatch(cookie -> cookie.startsWith("gatehouse."));
  }
}
