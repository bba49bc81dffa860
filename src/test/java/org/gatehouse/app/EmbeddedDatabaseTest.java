package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.config.ConfigException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cluster on a database within one process")
class EmbeddedDatabaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:/data/gatehouse",
        "jdbc:h2:mem:gatehouse",
        "jdbc:h2:~/gatehouse",
        "JDBC:H2:file:./gatehouse;AUTO_SERVER=TRUE"
      })
  void isRefusedWithTheWaysOut(String url) {
    assertThatThrownBy(() -> EmbeddedDatabase.refuse(url))
        .isInstanceOfSatisfying(
            ConfigException.class,
            refused ->
                assertThat(refused.faults().get(0).fix())
                    .contains("jdbc:postgresql:", "jdbc:h2:tcp:"));
  }

  @Test
  void isToldWithoutWhatTheAddressMayKeepSecret() {
    assertThatThrownBy(
            () -> EmbeddedDatabase.refuse("jdbc:h2:file:/data/gatehouse;PASSWORD=secret"))
        .isInstanceOfSatisfying(
            ConfigException.class,
            refused ->
                assertThat(refused.faults().get(0).found())
                    .contains("jdbc:h2:file:/data/gatehouse within")
                    .doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:tcp://localhost/gatehouse",
        "jdbc:h2:ssl://localhost/gatehouse",
        "jdbc:postgresql://db/gatehouse"
      })
  void isAcceptedWhereAllNodesReachIt(String url) {
    assertThatCode(() -> EmbeddedDatabase.refuse(url)).doesNotThrowAnyException();
  }
}
