package org.gatehouse.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Servlet §3.5.2: paths that the web container reads")
class PathSyntaxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/connect/token",
        "/connect/%2e%2e/login",
        "/connect/../login",
        "/./login",
        "/..x/.y/...",
        "//x//",
        "/a/..",
        "/a//../b",
        "/connect/token;x=y",
        "/a;/b",
        "/a;b=../c",
        "/;x",
        "/a/;x",
        "/caf%C3%A9",
        "/%c0%ae%c0%ae/x",
        "/%ff",
        "/%80%7e",
        "/%25zz",
        "/a+b<c>|\"{}^` \u00ff",
        "/$1",
        "/%24%5d",
        "*",
        "",
        "host:443"
      })
  void passesWhatIsReadable(String path) {
    assertThat(PathSyntax.isReadable(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%z",
        "/%zz",
        "/connect/%",
        "/a%2",
        "/a%2/b",
        "/%%41",
        "/%+1",
        "/%-1",
        "/connect/%u0041",
        "%"
      })
  @DisplayName("RFC 3986 §2.1: a broken percent-encoding")
  void stopsABrokenEncoding(String path) {
    assertThat(PathSyntax.isReadable(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/a%0d%0ab", "/%1f", "/%7F", "/login\u0000", "/a\tb", "/a;%00"})
  @DisplayName("a control character")
  void stopsAControlCharacter(String path) {
    assertThat(PathSyntax.isReadable(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..;/connect/token",
        "/connect/..;/health",
        "/connect/..;x=y/health",
        "/.;/x",
        "/a/.;",
        "/;/x",
        "/a/;x/b",
        "/%2e%2e;/x",
        "/.%2E%3b/x",
        "/a/%3b/b"
      })
  @DisplayName("a parameter on a dot segment or an empty one")
  void stopsAParameterOnNothing(String path) {
    assertThat(PathSyntax.isReadable(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/\\", "/%5c", "/%5C", "/a\\b", "/assets/..\\..\\WEB-INF", "\\"})
  @DisplayName("a backslash, which some take for a slash")
  void stopsABackslash(String path) {
    assertThat(PathSyntax.isReadable(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/../x",
        "/../../etc/passwd",
        "/a/../../b/c",
        "/%2e%2e/x",
        "/..%2fx",
        "/./../x",
        "//../x",
        "/a/./../..",
        ".."
      })
  @DisplayName("RFC 3986 §5.2.4: dot segments above the root")
  void stopsWhatLeadsAboveTheRoot(String path) {
    assertThat(PathSyntax.isReadable(path)).isFalse();
  }

  @Test
  void readsALongPathInOneGo() {
    assertThat(PathSyntax.isReadable("/a;b".repeat(100_000))).isTrue();
    assertThat(PathSyntax.isReadable("/%41".repeat(100_000) + "%")).isFalse();
    assertThat(PathSyntax.isReadable(";".repeat(100_000))).isTrue();
    assertThat(PathSyntax.isReadable("/;".repeat(100_000) + "x/")).isFalse();
  }
}
