package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenResponse;
import org.gatehouse.demo.Answer;

/** What a refusal looks like from outside. */
final class Refusals {
  private Refusals() {}

  /** The standard error of a token response that grants nothing. */
  static String errorOf(TokenResponse response) {
    assertThat(response.indicatesSuccess()).as("tokens").isFalse();
    return response.toErrorResponse().getErrorObject().getCode();
  }

  /** Our own error page, and no redirect. */
  static void isErrorPage(Answer answer) {
    assertThat(answer.status()).as("status of " + answer).isEqualTo(400);
    assertThat(answer.location()).as("redirect").isEmpty();
    assertThat(answer.has("error")).as("our error page").isTrue();
  }
}
