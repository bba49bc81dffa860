package org.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §3.1.2, §4.1.2: parameters behind a redirect URI")
class RedirectUrisTest {
  private static final Map<String, String> CODE = Map.of("code", "x y");

  @ParameterizedTest
  @CsvSource({
    "https://rp.test/cb,            https://rp.test/cb?code=x%20y",
    "https://rp.test/cb?,           https://rp.test/cb?code=x%20y",
    "https://rp.test/cb?a=b,        https://rp.test/cb?a=b&code=x%20y",
    "https://rp.test/cb?a=b&,       https://rp.test/cb?a=b&code=x%20y",
    "https://rp.test/cb?a=%2f+c&d,  https://rp.test/cb?a=%2f+c&d&code=x%20y",
    "https://rp.test,               https://rp.test?code=x%20y",
    "com.example.app:/cb,           com.example.app:/cb?code=x%20y",
    "http://127.0.0.1:5555/cb,      http://127.0.0.1:5555/cb?code=x%20y"
  })
  void keepsTheQueryExactlyAsItIs(String uri, String expected) {
    assertThat(RedirectUris.withQuery(uri, CODE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://rp.test/cb,     https://rp.test/cb#code=x%20y",
    "https://rp.test/cb?a=b, https://rp.test/cb?a=b#code=x%20y"
  })
  void putsTheFragmentBehindEverything(String uri, String expected) {
    assertThat(RedirectUris.withFragment(uri, CODE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nSet-Cookie: x=1",
        "a&code=stolen",
        "a#fragment",
        "a%00b",
        "\"><script>alert(1)</script>",
        "ä€😀",
        "a+b c",
        "*~'()!"
      })
  void encodesEveryValueSoThatItComesBackUnchanged(String state) {
    String uri = RedirectUris.withQuery("https://rp.test/cb", Map.of("state", state));

    assertThat(uri).matches("[A-Za-z0-9:/?=&.%*_-]+");
    assertThat(URI.create(uri).getRawFragment()).isNull();
    assertThat(Parameters.parse(URI.create(uri).getRawQuery(), 9).asMap())
        .containsExactly(Map.entry("state", state));
  }

  @Test
  void keepsTheOrder() {
    Map<String, String> ordered = new LinkedHashMap<>();
    ordered.put("z", "1");
    ordered.put("a", "2");
    ordered.put("m", "3");

    assertThat(RedirectUris.encode(ordered)).isEqualTo("z=1&a=2&m=3");
  }
}
