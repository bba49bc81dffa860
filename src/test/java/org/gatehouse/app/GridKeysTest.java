package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.config.GatehouseConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.fixture.DefaultSettings;
import org.gatehouse.fixture.LogLines;
import org.gatehouse.store.StoreUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keys in the grid, at the start")
class GridKeysTest {
  /** A cluster of which too few members are there. */
  @SuppressWarnings("unchecked")
  private static final Instance<Cluster> TOO_FEW =
      (Instance<Cluster>)
          Proxy.newProxyInstance(
              Instance.class.getClassLoader(),
              new Class<?>[] {Instance.class},
              (proxy, method, arguments) -> {
                throw new StoreUnavailableException(new IllegalStateException("in a minority"));
              });

  private final LogLines log = LogLines.of(GridKeys.class);

  @AfterEach
  void close() {
    log.close();
  }

  private static GridKeys keys(String where) {
    GatehouseConfig config =
        DefaultSettings.with(
                Map.of(
                    "gatehouse.store.operational", "infinispan",
                    "gatehouse.store.operational.durable", "false",
                    "gatehouse.cluster.expected-members", "3",
                    "gatehouse.store.keys", where))
            .config();
    return new GridKeys(config.store(), config.cluster(), TOO_FEW, new Handles());
  }

  @Test
  void stopTheStartInOneSentenceWhereTooFewNodesAreThere() {
    assertThatExceptionOfType(KeyMaterialException.class)
        .isThrownBy(keys("grid")::await)
        .withMessageContaining("2 of the 3 nodes of gatehouse.cluster.expected-members")
        .withMessageContaining("gatehouse.cluster.hosts");
  }

  @Test
  void areSaidToBeLostWhenAllNodesStopAtOnce() {
    assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(keys("grid")::await);

    assertThat(log.lines())
        .filteredOn(line -> line.contains("lost when all nodes stop at once"))
        .hasSize(1);
  }

  @Test
  void touchNoClusterWhereTheyAreElsewhere() {
    assertThatCode(keys("file")::await).doesNotThrowAnyException();

    assertThat(log.lines()).isEmpty();
  }
}
