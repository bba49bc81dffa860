package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.it.RawAnswers.assertRefused;
import static org.gatehouse.it.RawAnswers.assertTellsNothing;
import static org.gatehouse.it.RawAnswers.parameters;
import static org.gatehouse.it.RawAnswers.quick;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.demo.ServerLog;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110, RFC 9112: requests that no client library would send")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostileRequestsIT {
  private static final String TOKEN = "/connect/token";
  private static final String GRANT = "grant_type=client_credentials&scope=resource1.scope1";
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, "/connect/userinfo"})
  @DisplayName("RFC 9110 §15.5.14: a body of 1 MB, for a program")
  void refusesALargeBody(String path) throws IOException {
    String form = GRANT + "&access_token=" + "a".repeat(1_000_000);

    assertRefused(quick(RawRequest.post(path, form)), 413, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/connect/authorize", "/connect/endsession", "/login", "/consent", "/logout"})
  @DisplayName("RFC 9110 §15.5.14: a body of 1 MB, for a person")
  void refusesALargeForm(String path) throws IOException {
    RawAnswer answer = quick(RawRequest.post(path, "ticket=" + "a".repeat(1_000_000)));

    assertThat(answer.status()).isIn(303, 413);
    assertTellsNothing(answer);
  }

  @Test
  @DisplayName("RFC 6749 §3.1: too many parameters, in body and query")
  void refusesManyParameters() throws IOException {
    String hundredThousand = parameters(100_000);
    assertRefused(quick(RawRequest.token(hundredThousand)), 413, "invalid_request");
    assertRefused(quick(RawRequest.token(parameters(1_000))), 400, "invalid_request");
    String colliding =
        IntStream.range(0, 4096)
            .mapToObj(i -> Integer.toBinaryString(i).replace("0", "Aa").replace("1", "BB") + "=")
            .collect(Collectors.joining("&"));
    assertRefused(quick(RawRequest.token(colliding)), 413, "invalid_request");

    RawAnswer page = quick(RawRequest.get("/connect/authorize?" + parameters(1_000)));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.isPage()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%z",
        "%zz",
        "%00",
        "%c0%ae",
        "%ff",
        "%ed%a0%80",
        "\u0000",
        "\u00ff",
        "<a>[b]|\"{}^`\\"
      })
  @DisplayName("RFC 6749 §B: a query that cannot be read gets our error page")
  void refusesABrokenQuery(String value) throws IOException {
    for (String path :
        List.of(
            "/connect/authorize?client_id=",
            "/login?ticket=",
            "/logout?ticket=",
            "/consent?ticket=",
            "/connect/endsession?id_token_hint=",
            "/error?details=",
            "/connect/authorize/callback?ticket=")) {
      RawAnswer answer = RawRequest.get(path + value).with("Accept: text/html").send();

      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.isPage()).as(path).isTrue();
      assertTellsNothing(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/connect/%c0%ae%c0%ae/x",
        "/connect/%2e%2e/login",
        "/connect%2ftoken",
        "/connect/../login",
        "/./login",
        "/connect//authorize",
        "//connect/authorize",
        "//evil.test/x",
        "/connect/token;x=y",
        "/a<b>|\"{}^`x",
        "/\u00ff\u00fe",
        "/login%20",
        "/login%3f",
        "/%6cogin"
      })
  @DisplayName("RFC 3986 §6.2: paths that could be read in two ways are refused")
  void refusesAnOddPath(String path) throws IOException {
    RawAnswer forPrograms = RawRequest.get(path).send();
    assertRefused(forPrograms, 400, "invalid_request");

    RawAnswer forPersons = RawRequest.get(path).with("Accept: text/html").send();
    assertThat(forPersons.status()).isEqualTo(400);
    assertThat(forPersons.isPage()).isTrue();
    assertTellsNothing(forPersons);
    assertThat(forPersons.body()).doesNotContain("passwd", "health", "jsession");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/%2e%2e/WEB-INF/beans.xml",
        "/assets/..\\WEB-INF\\beans.xml",
        "/assets/..\\..\\WEB-INF\\beans.xml",
        "/..\\WEB-INF\\beans.xml",
        "/assets/../WEB-INF/beans.xml",
        "/%57EB-INF/beans.xml",
        "/WEB-INF;x/beans.xml"
      })
  @DisplayName("Servlet §10.5: no way leads to the files of the application")
  void keepsItsFiles(String path) throws IOException {
    RawAnswer answer = RawRequest.get(path).send();

    assertRefused(answer, answer.status() == 404 ? 404 : 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DISCOVERY + ";jsessionid=0000abc",
        "/connect/authorize;jsessionid=0000abc?client_id=demo-web",
        "/login;jsessionid=0000abc",
        "/login;jsessionid=0000abc!<x>"
      })
  @DisplayName("Servlet §7.1.3: a session in the path is nobody's")
  void startsNoSession(String path) throws IOException {
    RawAnswer answer = RawRequest.get(path).with("Cookie: JSESSIONID=0000abc").send();

    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.body()).doesNotContain("0000abc");
    assertTellsNothing(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login;jsessionid=1%ff",
        "/;jsessionid=1%c0%80",
        "/connect/token;jsessionid=%e0/x",
        DISCOVERY + ";jsessionid=1%80?x=y"
      })
  @DisplayName("RFC 3986 §2.5: a session in the path that is no text, without a word in the log")
  void refusesASessionThatIsNoText(String path) throws IOException {
    assertRefused(RawRequest.get(path).send(), 400, "invalid_request");
    assertThat(new ServerLog(Deployments.serverDirectory().resolve("logs")).messages())
        .doesNotContain("RESTEASY002130");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/nothing/here.html",
        "/connect",
        "/WEB-INF/web.xml",
        "/web-inf/web.xml",
        "/META-INF/MANIFEST.MF",
        "/refused-by-the-container",
        "/org/gatehouse/front/UnreadablePaths.class",
        "/org/gatehouse/front/for-persons.http",
        "/index.html",
        "/favicon.ico"
      })
  @DisplayName("RFC 9110 §15.5.5: an unknown path, for a program and for a person")
  void findsNothing(String path) throws IOException {
    assertRefused(RawRequest.get(path).send(), 404, "invalid_request");
    assertRefused(
        RawRequest.get(path).with("Accept: application/json").send(), 404, "invalid_request");
    assertRefused(RawRequest.post(path, "a=b").send(), 404, "invalid_request");
    RawAnswer page = RawRequest.get(path).with("Accept: text/html,*/*;q=0.8").send();
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.isPage()).isTrue();
    assertTellsNothing(page);
  }

  static Stream<Arguments> methodsAndPaths() {
    return Stream.of("PUT", "DELETE", "TRACE", "PATCH", "FOO", "CONNECT", "PROPFIND")
        .flatMap(
            method ->
                Stream.of(
                        TOKEN,
                        "/connect/authorize",
                        "/connect/authorize/callback",
                        "/connect/userinfo",
                        "/connect/introspect",
                        "/connect/endsession",
                        DISCOVERY,
                        DISCOVERY + "/jwks",
                        "/login",
                        "/consent",
                        "/logout",
                        "/error",
                        "/assets/gatehouse.css")
                    .map(path -> Arguments.of(method, path)));
  }

  @ParameterizedTest
  @MethodSource("methodsAndPaths")
  @DisplayName("RFC 9110 §15.5.6: methods that are not served")
  void refusesOtherMethods(String method, String path) throws IOException {
    RawAnswer answer = RawRequest.of(method, path).with("X-Echo: canary").send();

    assertRefused(answer, 405, "invalid_request");
    assertThat(answer.header("Allow")).hasSize(1);
    assertThat(answer.body()).doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD,/connect/token,405",
    "GET,/connect/token,405",
    "HEAD,/connect/introspect,405",
    "GET,/connect/introspect,405",
    "HEAD,/connect/authorize,405",
    "HEAD,/connect/authorize/callback,405",
    "HEAD,/connect/endsession,405",
    "HEAD,/connect/userinfo,401",
    "HEAD,/.well-known/openid-configuration,200",
    "HEAD,/nothing,404",
    "HEAD,/login,400"
  })
  @DisplayName("RFC 9110 §9.3.2: HEAD has no body and mints no code")
  void answersHead(String method, String path, int status) throws IOException {
    RawAnswer answer = RawRequest.of(method, path).send();

    assertThat(answer.status()).isEqualTo(status);
    assertTellsNothing(answer);
    if (method.equals("HEAD")) {
      assertThat(answer.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/x-java-serialized-object",
        "///",
        "x",
        "\u00ff/\u00ff"
      })
  @DisplayName("RFC 6749 §4.1.3: bodies of other types are refused")
  void refusesOtherBodies(String type) throws IOException {
    for (String path : List.of(TOKEN, "/connect/authorize", "/connect/endsession", "/login")) {
      RawAnswer answer =
          RawRequest.post(path, "{\"grant_type\":\"client_credentials\"}")
              .without("Content-Type")
              .with("Content-Type: " + type)
              .send();

      assertRefused(answer, 415, "invalid_request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "zlib", "br", "x", "gzip, gzip"})
  @DisplayName("RFC 9110 §8.4: packed bodies are refused")
  void refusesPackedBodies(String coding) throws IOException {
    assertRefused(
        RawRequest.token(GRANT).with("Content-Encoding: " + coding).send(), 415, "invalid_request");
  }

  @Test
  @DisplayName("RFC 9112 §6: requests whose length two programs could read differently")
  void refusesAmbiguousFraming() throws IOException {
    String chunks = Integer.toHexString(GRANT.length()) + "\r\n" + GRANT + "\r\n0\r\n\r\n";
    for (String header :
        List.of("Transfer-Encoding: xchunked", "Transfer-Encoding: identity", "Host: evil.test")) {
      assertRefused(RawRequest.token(GRANT).with(header).send(), 400, "invalid_request");
    }
    assertThat(RawRequest.get(DISCOVERY).without("Host").send().status()).isEqualTo(400);

    RawAnswer fine =
        RawRequest.token(chunks)
            .without("Content-Length")
            .with("Transfer-Encoding: chunked")
            .send();
    assertThat(fine.status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 9110 §5.4: a header of 64 KiB, and many headers")
  void refusesLargeHeaders() throws IOException {
    RawRequest many = RawRequest.get(DISCOVERY);
    for (int i = 0; i < 1_000; i++) {
      many = many.with("X-" + i + ": a");
    }
    for (RawRequest request :
        List.of(
            RawRequest.get(DISCOVERY).with("X: " + "a".repeat(65_536)),
            RawRequest.get("/connect/authorize?client_id=" + "a".repeat(65_536)),
            RawRequest.token(GRANT).with("Cookie: " + "a=b; ".repeat(13_000)),
            RawRequest.post(TOKEN, GRANT).with("Authorization: Basic " + "A".repeat(65_536)),
            many)) {
      RawAnswer answer = quick(request);
      assertThat(answer.status()).isIn(400, 401, 414, 431);
      assertTellsNothing(answer);
    }
  }

  @Test
  @DisplayName("RFC 9110 §15.5.5: a path of thousands of segments")
  void answersALongPathAsAnyOther() throws IOException {
    String path = "/a".repeat(4_000);

    assertRefused(
        RawRequest.get(path).with("Accept: application/json").send(), 404, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: ///",
        "Accept: x",
        "Accept: */*;q=abc",
        "Accept: text/html;q=",
        "Accept: application/json, \u00ff/\u0001",
        "Accept-Language: ;;;q=9,\u00ff<x>",
        "Accept-Language: en;q=9",
        "Accept-Language: -",
        "$WSPR: HTTP/2.0",
        "Accept: application/xml",
        "Accept: application/json;q=0.1, text/plain",
        "Accept: ,, */*",
        "Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "Accept-Language: tlh, de;q=0.5, *;q=0.1",
        "Cookie: gatehouse.session=\u00ff\"<>; ;;=; gatehouse.browser",
        "If-None-Match: ,,,\"",
        "X-Forwarded-Host: evil.test",
        "X-Forwarded-Proto: https",
        "Forwarded: host=evil.test",
        "X-HTTP-Method-Override: DELETE"
      })
  @DisplayName("OIDC Discovery §4.2: headers that change nothing")
  void passesOverOtherHeaders(String header) throws IOException {
    RawAnswer answer = RawRequest.get(DISCOVERY).with(header).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"issuer\":\"" + Deployments.baseUri() + "\"");
    assertThat(answer.body()).doesNotContain("evil.test");
  }

  @Test
  @DisplayName("RFC 9110 §12.5.1: a wish with thousands of parameters")
  void passesOverAnEndlessWish() throws IOException {
    for (String end : List.of("", ";q=0.5", ";")) {
      String accept = "Accept: a/b" + ";a=b".repeat(2_000) + end + ", */*";
      RawAnswer answer = RawRequest.get(DISCOVERY).with(accept).send();

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.test", "localhost:1", "evil.test:80@localhost", ""})
  @DisplayName("OIDC Discovery §4.3: a Host header changes no address")
  void ignoresTheHost(String host) throws IOException {
    RawAnswer discovery = RawRequest.get(DISCOVERY).without("Host").with("Host: " + host).send();
    assertThat(discovery.body())
        .contains("\"issuer\":\"" + Deployments.baseUri() + "\"")
        .doesNotContain("evil");
    RawAnswer authorize =
        RawRequest.get(
                "/connect/authorize?client_id=it-web&response_type=code&scope=openid&redirect_uri="
                    + Actors.WEB_CALLBACK
                    + "&code_challenge="
                    + "A".repeat(43)
                    + "&code_challenge_method=S256")
            .without("Host")
            .with("Host: " + host)
            .send();
    assertThat(authorize.status()).isEqualTo(303);
    assertThat(authorize.header("Location").get(0)).doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer ",
        "Authorization: Bearer x",
        "Authorization: Bearer a.b.c",
        "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZW1vLTEifQ.",
        "Authorization: Bearer \u00ff",
        "Authorization: Basic eDp5",
        "X: y"
      })
  @DisplayName("RFC 6750 §3: userinfo without a good token")
  void refusesBadTokens(String header) throws IOException {
    RawAnswer answer = RawRequest.get("/connect/userinfo?access_token=x").with(header).send();

    assertRefused(answer, 401, "invalid_token");
    assertThat(answer.header("WWW-Authenticate").get(0)).startsWith("Bearer realm=");
  }
}
