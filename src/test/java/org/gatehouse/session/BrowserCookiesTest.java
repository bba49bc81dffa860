package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.fixture.Gatehouse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6265bis: the cookies of a browser")
class BrowserCookiesTest {
  private static final Handle HANDLE = new Handles().next();
  private static final Handle OTHER = new Handles().next();
  private static final String NAME = "__Host-gatehouse.session";

  private final BrowserCookies cookies = new Gatehouse().cookies;

  private Optional<Handle> session(String header) {
    return cookies.read(List.of(header)).session();
  }

  @Nested
  @DisplayName("§4.1: Set-Cookie")
  class Setting {
    @Test
    void isBoundToThisHostByTlsAndHiddenFromScripts() {
      assertThat(cookies.session(HANDLE))
          .isEqualTo(NAME + "=" + HANDLE.value() + "; Path=/; HttpOnly; SameSite=Lax; Secure");
      assertThat(cookies.browser(HANDLE))
          .isEqualTo(
              "__Host-gatehouse.browser="
                  + HANDLE.value()
                  + "; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void hasNoPrefixWhereThereIsNoTls() {
      BrowserCookies plain =
          new Gatehouse(Map.of("gatehouse.issuer", "http://localhost:9080")).cookies;

      assertThat(plain.session(HANDLE))
          .isEqualTo("gatehouse.session=" + HANDLE.value() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({"none, None", "lax, Lax"})
    void followsTheSettingOfSameSite(String setting, String attribute) {
      BrowserCookies set = new Gatehouse(Map.of("gatehouse.session.same-site", setting)).cookies;

      assertThat(set.session(HANDLE)).contains("; SameSite=" + attribute + ";");
      assertThat(set.noSession()).contains("; SameSite=" + attribute + ";");
      assertThat(set.browser(HANDLE)).contains("; SameSite=Lax;");
    }

    @Test
    void takesTheSessionAwayByTheSameName() {
      assertThat(cookies.noSession()).startsWith(NAME + "=;").endsWith("; Max-Age=0");
    }
  }

  @Nested
  @DisplayName("§5.8.3: the Cookie header, however hostile")
  class Reading {
    @Test
    void findsBothCookiesAmongOthers() {
      Browser browser =
          cookies.read(
              List.of(
                  "a=b; "
                      + NAME
                      + "="
                      + HANDLE.value()
                      + ";__Host-gatehouse.browser="
                      + OTHER.value()
                      + "; x"));

      assertThat(browser.session()).contains(HANDLE);
      assertThat(browser.id()).contains(OTHER);
    }

    @Test
    void findsBothCookiesInHeadersOfTheirOwn() {
      Browser browser =
          cookies.read(
              List.of(NAME + "=" + HANDLE.value(), "__Host-gatehouse.browser=" + OTHER.value()));

      assertThat(browser).isEqualTo(new Browser(Optional.of(OTHER), Optional.of(HANDLE)));
    }

    @Test
    void findsNothingWithoutHeader() {
      assertThat(cookies.read(null)).isEqualTo(Gatehouse.NO_BROWSER);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ";",
          "=;=",
          ";;;;=x;;",
          "__Host-gatehouse.session",
          "__Host-gatehouse.session=",
          "__Host-gatehouse.session=short",
          "__Host-gatehouse.session=\"quoted\"",
          "__Host-gatehouse.session=../../etc/passwd",
          "gatehouse.session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "__host-gatehouse.session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "x__Host-gatehouse.session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "__Host-gatehouse.session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
          "__Host-gatehouse.session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        })
    void findsNothingThatIsNotAHandleUnderTheName(String header) {
      assertThat(session(header)).isEmpty();
    }

    @Test
    void passesOverABadCookieOfTheSameName() {
      assertThat(session(NAME + "=tossed; " + NAME + "=" + HANDLE.value())).contains(HANDLE);
    }

    @Test
    void takesTheFirstOfTwoGoodOnes() {
      assertThat(session(NAME + "=" + HANDLE.value() + "; " + NAME + "=" + OTHER.value()))
          .contains(HANDLE);
    }

    @Test
    @Timeout(5)
    void readsAVeryLongHeader() {
      String many = (NAME + "=x;").repeat(100_000);

      assertThat(session(many)).isEmpty();
      assertThat(session(many + NAME + "=" + HANDLE.value())).contains(HANDLE);
    }
  }

  @Nested
  @DisplayName("RFC 9700 §4.7: the handle of a browser")
  class Ids {
    private final Gatehouse gatehouse = new Gatehouse();

    @Test
    void isMadeOnceAndKept() {
      BrowserIds.Known made = gatehouse.browserIds.of(Gatehouse.NO_BROWSER);
      Browser same = new Browser(made.created(), Optional.empty());
      BrowserIds.Known again = gatehouse.browserIds.of(same);

      assertThat(again.created()).isEmpty();
      assertThat(again.hash()).isEqualTo(made.hash());
      assertThat(same.is(made.hash())).isTrue();
      assertThat(Gatehouse.NO_BROWSER.is(made.hash())).isFalse();
    }

    @Test
    void tellsBrowsersApart() {
      assertThat(gatehouse.browserIds.of(Gatehouse.NO_BROWSER).hash())
          .isNotEqualTo(gatehouse.browserIds.of(Gatehouse.NO_BROWSER).hash());
    }
  }
}
