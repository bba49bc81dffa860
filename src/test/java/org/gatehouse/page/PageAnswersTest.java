package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 6749 §4.1.2.1: what a person is told in place of a client")
class PageAnswersTest {
  @ParameterizedTest
  @CsvSource({
    "CLIENT_UNKNOWN, 400",
    "CREDENTIALS_WRONG, 400",
    "REQUEST_TOO_LARGE, 413",
    "STORE_UNAVAILABLE, 503"
  })
  void hasAStatus(Refusal refusal, int status) {
    assertThat(PageAnswers.status(new OAuthException(refusal))).isEqualTo(status);
  }
}
