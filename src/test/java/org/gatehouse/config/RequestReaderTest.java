package org.gatehouse.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6749 §3.1, §3.2: reading a request within the limits")
class RequestReaderTest {
  private final RequestReader reader =
      new RequestReader(new LimitConfig(50, 3, 10, Map.of("secret", 5)));

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  @Test
  void readsAQueryWithWhatIsRepeated() {
    assertThat(reader.query(null).isEmpty()).isTrue();
    assertThat(reader.query("a=1&a=2").isRepeated("a")).isTrue();
  }

  @Test
  void refusesAQueryOrABodyThatIsTooLarge() {
    Refused.with(Refusal.REQUEST_TOO_LARGE, () -> reader.query("a=" + "x".repeat(50)));
    Refused.with(Refusal.REQUEST_TOO_LARGE, () -> reader.form(null, body("x".repeat(51))));
  }

  @Test
  void refusesTooManyParameters() {
    Refused.with(Refusal.TOO_MANY_PARAMETERS, () -> reader.query("a&b&c&d"));
    Refused.with(Refusal.TOO_MANY_PARAMETERS, () -> reader.form(null, body("a&b&c&d")));
  }

  @Test
  void refusesAQueryBesideAForm() {
    Refused.with(Refusal.MIXED_PARAMETERS, () -> reader.form("a=1", body("b=2")));
    Refused.with(Refusal.MIXED_PARAMETERS, () -> reader.formOnly("", body("b=2")));
  }

  @Test
  void refusesRepetitionAndLengthWhereTheAnswerIsDirect() {
    assertThat(reader.formOnly(null, body("secret=12345")).get("secret")).contains("12345");
    Refused.with(Refusal.REPEATED_PARAMETER, () -> reader.formOnly(null, body("a=1&a=1")));
    Refused.with(Refusal.PARAMETER_TOO_LONG, () -> reader.formOnly(null, body("secret=123456")));
    Refused.with(
        Refusal.PARAMETER_TOO_LONG, () -> reader.formOnly(null, body("a=" + "x".repeat(11))));
  }
}
