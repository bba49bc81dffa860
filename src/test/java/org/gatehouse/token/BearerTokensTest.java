package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Requests.form;

import java.util.Optional;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6750 §2: how a bearer token comes")
class BearerTokensTest {
  @Test
  void readsTheHeaderWithoutRegardToTheCaseOfTheScheme() {
    assertThat(BearerTokens.read(Optional.of("Bearer abc"), form())).isEqualTo("abc");
    assertThat(BearerTokens.read(Optional.of("bEARER  abc "), form())).isEqualTo("abc");
  }

  @Test
  void readsTheForm() {
    assertThat(BearerTokens.read(Optional.empty(), form("access_token", "abc"))).isEqualTo("abc");
  }

  @Test
  void refusesTwoWaysAtOnce() {
    Refused.with(
        Refusal.TOKEN_TWICE,
        () -> BearerTokens.read(Optional.of("Bearer abc"), form("access_token", "abc")));
  }

  @Test
  void refusesARequestWithoutToken() {
    Refused.with(Refusal.TOKEN_MISSING, () -> BearerTokens.read(Optional.empty(), form()));
    Refused.with(Refusal.TOKEN_MISSING, () -> BearerTokens.read(Optional.of("Basic abc"), form()));
    Refused.with(Refusal.TOKEN_MISSING, () -> BearerTokens.read(Optional.of("Bearer"), form()));
  }
}
