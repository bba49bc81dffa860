package org.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gatehouse.fixture.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §3.1, §B: parameters of a request")
class ParametersTest {
  private static Parameters parse(String encoded) {
    return Parameters.parse(encoded, 100);
  }

  @Test
  void readsNamesAndValues() {
    Parameters read = parse("a=1&b=%C3%A4+%2B%20%e2%82%ac&c=x=y&%64=4");

    assertThat(read.asMap())
        .containsExactly(
            Map.entry("a", "1"),
            Map.entry("b", "ä + €"),
            Map.entry("c", "x=y"),
            Map.entry("d", "4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&&", "=", "=x&", "a", "a=", "a=&b="})
  void readsOddOnesWithoutHarm(String encoded) {
    assertThat(parse(encoded).get("a")).isEmpty();
  }

  @Test
  void takesAParameterWithoutValueForNotSent() {
    assertThat(parse("a=&b").isEmpty()).isTrue();
    Refused.with(
        Refusal.MISSING_PARAMETER, () -> parse("a=").required("a", Refusal.MISSING_PARAMETER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%%41",
        "a=%-1",
        "a=% 1",
        "a=%+1",
        "%=a",
        "a=%00",
        "%00=a",
        "a=%ff",
        "a=%c0%af",
        "a=%ed%a0%80",
        "a=%c3",
        "a=%f8%88%80%80%80",
        "a=ä",
        "a=\u0100",
        "a=%\uff11\uff11",
        "a=%\u0661\u0661",
        "a=\0"
      })
  void refusesWhatIsNotFormEncodedUtf8(String encoded) {
    Refused.with(Refusal.MALFORMED_ENCODING, () -> parse(encoded));
  }

  @Test
  void refusesMoreThanTheLimit() {
    assertThat(Parameters.parse("a=1&b=2&&c=", 3).asMap()).hasSize(2);
    Refused.with(Refusal.TOO_MANY_PARAMETERS, () -> Parameters.parse("a=1&b=2&c=", 2));
    Refused.with(Refusal.TOO_MANY_PARAMETERS, () -> Parameters.parse("a&a&a", 2));
  }

  @Test
  @Timeout(5)
  void readsMuchInLittleTime() {
    String ampersands = "&".repeat(1_000_000);
    String collisions = "AaAa=1&AaBB=1&BBAa=1&BBBB=1&".repeat(20_000);

    assertThat(parse(ampersands).isEmpty()).isTrue();
    assertThat(Parameters.parse(collisions, 100_000).asMap()).hasSize(4);
  }

  @Nested
  @DisplayName("RFC 6749 §3.1: repetition")
  class Repetition {
    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "a=1&a=", "a&a", "a=1&%61=1"})
    void isSeenHoweverItIsWritten(String encoded) {
      assertThat(parse(encoded).isRepeated("a")).isTrue();
      Refused.with(Refusal.REPEATED_PARAMETER, () -> parse(encoded).requireNoRepetition());
    }

    @Test
    @DisplayName("RFC 8707 §2: resource may be sent several times")
    void isAllowedForResource() {
      assertThat(parse("resource=a&resource=b").requireNoRepetition().all("resource"))
          .containsExactly("a", "b");
    }

    @Test
    void tellsNamesOfAnotherCaseApart() {
      assertThat(parse("a=1&A=2").hasRepetition()).isFalse();
    }

    @Test
    void givesTheFirstOfSeveral() {
      assertThat(parse("a=1&a=2").get("a")).contains("1");
      assertThat(parse("a=1&a=2").all("a")).containsExactly("1", "2");
      assertThat(parse("b=1").all("a")).isEmpty();
    }
  }

  @Test
  void keepsValuesOutOfItsText() {
    assertThat(parse("password=hidden").toString()).isEqualTo("Parameters[password]");
  }

  @Nested
  @DisplayName("RFC 9110 §15.5.14: the body")
  class Body {
    private InputStream of(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void isReadUpToTheLimit() {
      assertThat(FormBody.read(of("a=12"), 4)).isEqualTo("a=12");
      Refused.with(Refusal.REQUEST_TOO_LARGE, () -> FormBody.read(of("a=123"), 4));
    }

    @Test
    void isNotReadBeyondTheLimit() throws IOException {
      InputStream large = of("a".repeat(100));
      Refused.with(Refusal.REQUEST_TOO_LARGE, () -> FormBody.read(large, 5));

      assertThat(large.available()).isEqualTo(94);
    }

    @Test
    void isJudgedByteByByte() {
      Refused.with(
          Refusal.MALFORMED_ENCODING, () -> parse(FormBody.read(of("a=\u00c3\u00a4"), 10)));
    }

    @Test
    void isRefusedWhereItEndsEarly() throws IOException {
      InputStream gone = InputStream.nullInputStream();
      gone.close();

      Refused.with(Refusal.MALFORMED_REQUEST, () -> FormBody.read(gone, 5));
    }
  }

  @Nested
  @DisplayName("RFC 6749 §3.3: scope values")
  class ScopeValues {
    @Test
    void keepTheirOrderAndCountOnce() {
      assertThat(Scopes.parse(" b a  b ")).containsExactly("b", "a");
      assertThat(Scopes.format(Scopes.parse("b a"))).isEqualTo("b a");
      assertThat(Scopes.parse("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\u00a0b", "ä", "a\"", "a\\", "a\u007f", "a\0"})
    void haveOnlyTheCharactersOfTheSpecification(String scope) {
      Refused.with(Refusal.SCOPE_MALFORMED, () -> Scopes.parse(scope));
    }

    @Test
    @Timeout(5)
    void areReadInLinearTime() {
      assertThat(Scopes.parse("a b ".repeat(500_000))).hasSize(2);
    }
  }
}
