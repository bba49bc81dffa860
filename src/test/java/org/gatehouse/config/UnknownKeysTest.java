package org.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Keys that nobody reads")
class UnknownKeysTest {
  private static final Set<String> KNOWN =
      Set.of("gatehouse.issuer", "gatehouse.keys.master-key", "gatehouse.keys.directory");

  @Test
  void passesOverWhatIsKnownOrNotOurs() {
    assertThat(
            UnknownKeys.in(
                List.of(
                    "gatehouse.issuer",
                    "%demo.gatehouse.issuer",
                    "GATEHOUSE_KEYS_MASTER_KEY",
                    "gatehouse.keys.master.key",
                    "http.port",
                    "PATH"),
                KNOWN))
        .isEmpty();
  }

  @Test
  void namesTheNearestKey() {
    assertThat(UnknownKeys.in(List.of("gatehouse.isuer"), KNOWN))
        .singleElement()
        .extracting(ConfigFault::fix)
        .isEqualTo("write gatehouse.issuer, or remove it");
  }

  @Test
  void tellsAnEnvironmentVariableOnceUnderItsOwnName() {
    assertThat(UnknownKeys.in(List.of("gatehouse.isuer", "GATEHOUSE_ISUER"), KNOWN))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("GATEHOUSE_ISUER");
              assertThat(fault.fix()).contains("GATEHOUSE_ISSUER");
            });
  }

  @Test
  void suggestsNothingFarFetched() {
    assertThat(UnknownKeys.in(List.of("gatehouse.x", "gatehouse." + "y".repeat(5000)), KNOWN))
        .extracting(ConfigFault::fix)
        .containsOnly("remove it");
  }

  @Test
  void tellsAKeyOfAProfile() {
    assertThat(UnknownKeys.in(List.of("%demo.gatehouse.isuer"), KNOWN)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GATEHOUSE_SERVICE_HOST",
        "GATEHOUSE_SERVICE_PORT",
        "GATEHOUSE_SERVICE_PORT_HTTP",
        "GATEHOUSE_PORT",
        "GATEHOUSE_PORT_9080_TCP",
        "GATEHOUSE_PORT_9080_TCP_ADDR",
        "GATEHOUSE_ADMIN_SERVICE_HOST"
      })
  void passesOverWhatKubernetesSets(String name) {
    assertThat(UnknownKeys.in(List.of(name), KNOWN)).isEmpty();
  }
}
