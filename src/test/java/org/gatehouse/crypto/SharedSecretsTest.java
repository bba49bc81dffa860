package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Keys.NOW;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.configuration.Secret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6749 §2.3.1: shared secrets")
class SharedSecretsTest {
  private static final Secret SHA256 = Secret.shared(SharedSecrets.hash("secret"));
  private static final Secret SHA512 =
      Secret.shared(Base64.getEncoder().encodeToString(Sha2.hash(512, "longer")));

  @Test
  void hashesAsIdentityServer4Does() {
    assertThat(SharedSecrets.hash("secret"))
        .isEqualTo("K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=");
  }

  @Test
  void acceptsAnyOfSeveral() {
    assertThat(matches("secret", SHA512, SHA256)).isTrue();
    assertThat(matches("longer", SHA512, SHA256)).isTrue();
  }

  @Test
  void refusesAnotherSecret() {
    assertThat(matches("Secret", SHA512, SHA256)).isFalse();
  }

  @Test
  void refusesWhenThereIsNone() {
    assertThat(matches("secret")).isFalse();
  }

  @Test
  void refusesTheEmptySecret() {
    assertThat(matches("", Secret.shared(SharedSecrets.hash("")))).isFalse();
  }

  @Test
  void refusesTheHashItself() {
    assertThat(matches(SHA256.value(), SHA256)).isFalse();
  }

  @Test
  void refusesFromTheInstantOfExpiry() {
    assertThat(matches("secret", expiring(NOW.plusSeconds(1)))).isTrue();
    assertThat(matches("secret", expiring(NOW))).isFalse();
  }

  @Test
  void refusesAnotherKindOfSecret() {
    Secret other = new Secret(SHA256.value(), Optional.empty(), Optional.empty(), "X509Thumbprint");

    assertThat(matches("secret", other)).isFalse();
  }

  @Test
  void refusesStoredValuesThatAreNoHash() {
    assertThat(matches("secret", Secret.shared("secret"))).isFalse();
    assertThat(matches("secret", Secret.shared("not base64!"))).isFalse();
    assertThat(matches("secret", Secret.shared(""))).isFalse();
  }

  private static Secret expiring(Instant expiration) {
    return new Secret(
        SHA256.value(), Optional.empty(), Optional.of(expiration), Secret.SHARED_SECRET);
  }

  private static boolean matches(String presented, Secret... stored) {
    return SharedSecrets.matches(presented, List.of(stored), NOW);
  }
}
