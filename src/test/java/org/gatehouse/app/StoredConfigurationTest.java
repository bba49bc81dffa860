package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.StoreConfig;
import org.gatehouse.store.jpa.JpaUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files that are written into the database")
class StoredConfigurationTest {
  /** Nothing is written into it. */
  @SuppressWarnings("unchecked")
  private static final Instance<JpaUnit> NO_UNIT =
      (Instance<JpaUnit>)
          Proxy.newProxyInstance(
              Instance.class.getClassLoader(),
              new Class<?>[] {Instance.class},
              (proxy, method, arguments) -> null);

  private static List<ConfigFault> faults(Path file) {
    StoreConfig config =
        new StoreConfig(
            StoreConfig.ConfigurationKind.DATABASE,
            StoreConfig.OperationalKind.DATABASE,
            StoreConfig.KeysKind.AUTO,
            true,
            StoreConfig.CodesKind.GRID,
            List.of(),
            new StoreConfig.Import(List.of(file.toString()), false),
            1);
    StoredConfiguration stored =
        new StoredConfiguration(config, NO_UNIT, new ConfigurationWatch(), Clock.systemUTC());
    return catchThrowableOfType(ConfigException.class, stored::begin).faults();
  }

  @Test
  void stopTheStartWithEveryFault(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("clients.yaml");
    Files.writeString(
        file,
        """
        Clients:
          - ClientId: web
            RequireDPoP: true
            Description: %s
        ApiResources:
          - Name: payments
            RequireResourceIndicator: true
        """
            .formatted("x".repeat(2001)));

    assertThat(faults(file))
        .extracting(ConfigFault::key)
        .containsExactly(
            "the client web: RequireDPoP",
            "the API resource payments: RequireResourceIndicator",
            "Client: Description");
  }
}
