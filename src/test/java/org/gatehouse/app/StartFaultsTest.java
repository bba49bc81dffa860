package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.StartConfig.OnFailure;
import org.gatehouse.crypto.KeyMaterialException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What stops the start")
class StartFaultsTest {
  private static final ConfigFault ISSUER =
      new ConfigFault("gatehouse.issuer", "nothing", "an address", "set it");
  private static final ConfigFault CLIENT =
      new ConfigFault("a.yaml, line 3: Clients[0].Enabled", "1", "true or false", "write true");

  private final StartFaults faults = new StartFaults();

  @Test
  void isNothingWhereEveryStepSucceeds() {
    assertThat(faults.attempt(() -> {})).isTrue();
    assertThat(faults.touch("a bean")).isTrue();

    assertThatCode(() -> faults.refuseIfAny(OnFailure.REFUSE)).doesNotThrowAnyException();
  }

  @Test
  void isEveryFaultOfEveryStepWithANumber() {
    assertThat(faults.attempt(() -> fail(new ConfigException(List.of(ISSUER, CLIENT))))).isFalse();
    assertThat(faults.attempt(() -> fail(new KeyMaterialException("Cannot read keys.")))).isFalse();

    assertThat(faults.text())
        .startsWith("Gatehouse does not start. Faults: 3\n")
        .contains(
            """
            1. gatehouse.issuer
               found:    nothing
               expected: an address
               fix:      set it
            """)
        .contains("2. a.yaml, line 3: Clients[0].Enabled\n")
        .contains("3. Cannot read keys.\n");
  }

  @Test
  void isToldOnceWhenSeveralStepsMeetIt() {
    faults.attempt(() -> fail(new ConfigException(List.of(ISSUER))));
    faults.attempt(() -> fail(new ConfigException(List.of(ISSUER))));

    assertThat(faults.text()).contains("Faults: 1");
  }

  @Test
  void isFoundWithinWhatTheContainerWrapsAroundIt() {
    faults.attempt(() -> fail(new IllegalStateException(new ConfigException(List.of(ISSUER)))));

    assertThat(faults.text()).contains("1. gatehouse.issuer").doesNotContain("IllegalState");
  }

  @Test
  void mayBeWhatNobodyForesaw() {
    faults.attempt(() -> fail(new IllegalStateException("the disk is full")));

    assertThat(faults.text()).contains("the disk is full");
  }

  @Test
  void keepsTheApplicationDown() {
    faults.attempt(() -> fail(new ConfigException(List.of(ISSUER))));

    assertThatExceptionOfType(StartFaults.StartRefused.class)
        .isThrownBy(() -> faults.refuseIfAny(OnFailure.REFUSE))
        .satisfies(refused -> assertThat(refused.getStackTrace()).isEmpty());
  }

  private static void fail(RuntimeException e) {
    throw e;
  }
}
