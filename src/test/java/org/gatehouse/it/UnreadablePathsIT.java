package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.it.RawAnswers.assertRefused;
import static org.gatehouse.it.RawAnswers.assertTellsNothing;
import static org.gatehouse.it.RawAnswers.quick;
import static org.gatehouse.it.RawAnswers.withoutDate;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 3986 §2.1: paths that the application server cannot read are refused like ours")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UnreadablePathsIT {
  private static final String GRANT = "grant_type=client_credentials&scope=resource1.scope1";

  /** What a path may be made of. */
  private static final List<String> PIECES =
      List.of(
          ("/ // /./ /../ . .. ; ;x %3b %2e %2F %5c \\ %00 %1f %7F % %4 %zz %41 %c0 %e0 %80 %ff %25"
                  + " \t \u00e9 a b + * ;jsessionid=1")
              .split(" ", -1));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%00",
        "/%zz",
        "/a%2",
        "/connect/%",
        "/connect/%zz",
        "/connect/%zz/x",
        "/connect/%00",
        "/connect/%0d%0aX:y",
        "/..;/connect/token",
        "/connect/..;/health",
        "/connect/..;/..;/",
        "/;/connect/token",
        "/%c0%ae%c0%ae/x",
        "/../../etc/passwd",
        "/%2e%2e/x",
        "/assets/..%2f..%2fWEB-INF%2fbeans.xml",
        "/\\",
        "/%5c",
        "/..\\x",
        "/assets/..\\..\\WEB-INF\\beans.xml",
        "/a%5c..%5c..%5cx",
        "/login\u0000"
      })
  void areRefusedAsByTheGate(String path) throws IOException {
    for (String target : List.of(path, path + "?client_id=x", path + "?%zz=%&canary")) {
      assertRefusedAsByTheGate(RawRequest.get(target).send());
      assertRefusedAsByTheGate(RawRequest.post(target, GRANT).send());
      assertRefusedWithAPage(RawRequest.get(target).with("Accept: text/html").send(), path);
    }
    assertThat(RawRequest.of("HEAD", path).send().body()).isEmpty();
  }

  @Test
  @DisplayName("RFC 9112 §9.3: with a large body, on a connection that could be kept")
  void areRefusedWithTheirBody() throws IOException {
    String form = GRANT + "&access_token=" + "a".repeat(1_000_000);
    assertRefused(quick(RawRequest.post("/connect/%zz", form)), 400, "invalid_request");

    RawRequest kept = RawRequest.post("/connect/%zz", GRANT).without("Connection");
    assertRefused(quick(kept), 400, "invalid_request");
  }

  /** The server has more rules than one thinks of; none of its answers is to be seen. */
  @Test
  void areRefusedWhateverTheyAreMadeOf() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      String path =
          random
              .ints(random.nextInt(8), 0, PIECES.size())
              .mapToObj(PIECES::get)
              .collect(Collectors.joining("", "/", ""));
      RawAnswer answer = RawRequest.get(path).send();

      assertThat(answer.status()).as(path).isIn(400, 404);
      assertRefused(answer, answer.status(), "invalid_request");
    }
  }

  private static void assertRefusedAsByTheGate(RawAnswer answer) throws IOException {
    assertRefused(answer, 400, "invalid_request");
    RawAnswer byTheGate = RawRequest.get("/login%20").send();
    assertThat(answer.body()).isEqualTo(byTheGate.body());
    assertThat(ownHeaders(answer)).containsExactlyInAnyOrderElementsOf(ownHeaders(byTheGate));
  }

  /** Without the language of the server, which the web container adds. */
  private static List<String> ownHeaders(RawAnswer answer) {
    return withoutDate(answer)
        .lines()
        .filter(line -> !line.startsWith("Content-Language: "))
        .toList();
  }

  private static void assertRefusedWithAPage(RawAnswer answer, String path) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.isPage()).isTrue();
    assertThat(answer.header("Cache-Control")).containsExactly("no-store");
    assertThat(answer.header("Content-Security-Policy")).hasSize(1);
    assertThat(answer.header("Content-Length")).containsExactly("" + answer.body().length());
    assertThat(answer.body()).doesNotContain(path, "canary", "passwd", "beans");
    assertTellsNothing(answer);
  }
}
