package org.gatehouse.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client with the defaults of IdentityServer4")
class ClientTest {
  private final Client client = Client.named("web").build();

  @Test
  void startsEnabledAndConfidentialWithPkce() {
    assertThat(client.clientId()).isEqualTo("web");
    assertThat(client.enabled()).isTrue();
    assertThat(client.protocolType()).isEqualTo("oidc");
    assertThat(client.requireClientSecret()).isTrue();
    assertThat(client.requirePkce()).isTrue();
    assertThat(client.allowPlainTextPkce()).isFalse();
    assertThat(client.requireConsent()).isFalse();
    assertThat(client.allowRememberConsent()).isTrue();
    assertThat(client.allowOfflineAccess()).isFalse();
    assertThat(client.includeJwtId()).isTrue();
    assertThat(client.enableLocalLogin()).isTrue();
    assertThat(client.frontChannelLogoutSessionRequired()).isTrue();
    assertThat(client.backChannelLogoutSessionRequired()).isTrue();
    assertThat(client.clientClaimsPrefix()).isEqualTo("client_");
  }

  @Test
  void startsWithItsLifetimes() {
    assertThat(client.identityTokenLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(client.accessTokenLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(client.authorizationCodeLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(client.absoluteRefreshTokenLifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(client.slidingRefreshTokenLifetime()).isEqualTo(Duration.ofDays(15));
    assertThat(client.deviceCodeLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(client.dPoPClockSkew()).isEqualTo(Duration.ofMinutes(5));
    assertThat(client.consentLifetime()).isEmpty();
    assertThat(client.userSsoLifetime()).isEmpty();
  }

  @Test
  void startsWithItsChoices() {
    assertThat(client.accessTokenType()).isEqualTo(AccessTokenType.JWT);
    assertThat(client.refreshTokenUsage()).isEqualTo(TokenUsage.ONE_TIME_ONLY);
    assertThat(client.refreshTokenExpiration()).isEqualTo(TokenExpiration.ABSOLUTE);
    assertThat(client.dPoPValidationMode()).isEqualTo(DPoPValidationMode.IAT);
  }

  @Test
  void startsEmptyWhereNothingIsSaid() {
    assertThat(client.clientSecrets()).isEmpty();
    assertThat(client.allowedGrantTypes()).isEmpty();
    assertThat(client.allowedScopes()).isEmpty();
    assertThat(client.redirectUris()).isEmpty();
    assertThat(client.properties()).isEmpty();
    assertThat(client.clientName()).isEmpty();
    assertThat(client.coordinateLifetimeWithUserSession()).isEmpty();
  }

  @Test
  void keepsACopyOfWhatItIsGiven() {
    List<Secret> secrets = new ArrayList<>(List.of(Secret.shared("hash")));
    Client copied = Client.named("web").clientSecrets(secrets).build();

    secrets.clear();

    assertThat(copied.clientSecrets()).hasSize(1);
  }

  @Test
  void isPrintedByItsIdentifierOnly() {
    Client salted = ClientBuilder.builder(client).pairWiseSubjectSalt(Optional.of("salt")).build();

    assertThat(salted).hasToString("Client[web]");
  }
}
