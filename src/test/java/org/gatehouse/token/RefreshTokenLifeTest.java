package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Keys;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.TokenExpiration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("IdentityServer4: when refresh tokens end")
class RefreshTokenLifeTest {
  private static final Instant START = Keys.NOW;

  private static Client client(TokenExpiration expiration, int absolute, int sliding) {
    return Clients.webApp()
        .refreshTokenExpiration(expiration)
        .absoluteRefreshTokenLifetime(Duration.ofDays(absolute))
        .slidingRefreshTokenLifetime(Duration.ofDays(sliding))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "ABSOLUTE, 10, 4, 0, 10",
    "ABSOLUTE, 10, 4, 8, 10",
    "SLIDING,  10, 4, 0, 4",
    "SLIDING,  10, 4, 5, 9",
    "SLIDING,  10, 4, 8, 10",
    "SLIDING,  0,  4, 8, 12",
    "ABSOLUTE, 0,  4, 0, 0", // ends at once: zero is without end only where a use renews it
  })
  void ends(TokenExpiration expiration, int absolute, int sliding, int used, int end) {
    assertThat(
            RefreshTokenLife.end(
                client(expiration, absolute, sliding), START, START.plus(Duration.ofDays(used))))
        .isEqualTo(START.plus(Duration.ofDays(end)));
  }

  @ParameterizedTest
  @CsvSource({"ABSOLUTE, 10, 4, 10", "SLIDING, 10, 4, 10", "SLIDING, 0, 4, 4"})
  void knowsWhenNothingOfAFamilyCanLive(
      TokenExpiration expiration, int absolute, int sliding, int end) {
    assertThat(RefreshTokenLife.lastPossibleEnd(client(expiration, absolute, sliding), START))
        .isEqualTo(START.plus(Duration.ofDays(end)));
  }
}
