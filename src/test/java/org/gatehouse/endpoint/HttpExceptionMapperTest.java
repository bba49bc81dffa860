package org.gatehouse.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.model.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 9110 §15.5: what the container refuses")
class HttpExceptionMapperTest {
  @ParameterizedTest
  @CsvSource({
    "400, MALFORMED_REQUEST",
    "404, NOT_FOUND",
    "405, METHOD_NOT_ALLOWED",
    "413, REQUEST_TOO_LARGE",
    "415, WRONG_MEDIA_TYPE",
    "500, INTERNAL",
    "503, INTERNAL"
  })
  void hasAReasonOfOurs(int status, Refusal refusal) {
    assertThat(HttpExceptionMapper.refusal(status)).isEqualTo(refusal);
  }
}
