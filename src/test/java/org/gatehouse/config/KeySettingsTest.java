package org.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.fixture.DefaultSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of keys")
class KeySettingsTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String ROTATION = "gatehouse.signing.rotation.";

  @Test
  @DisplayName("have the times of ASP.NET Core and Duende")
  void haveKnownDefaults() {
    KeyConfig keys = result(Map.of()).config().keys();

    assertThat(keys.ring().lifetime()).isEqualTo(Duration.ofDays(90));
    assertThat(keys.ring().propagation()).isEqualTo(Duration.ofDays(2));
    assertThat(keys.signing().rotation())
        .isEqualTo(
            new KeyConfig.Rotation(
                true,
                Duration.ofDays(90),
                Duration.ofDays(14),
                Duration.ofDays(14),
                Duration.ofMinutes(5),
                new KeyConfig.Named(List.of(), List.of())));
    assertThat(keys.signing().cacheTime()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({
    "gatehouse.key-ring.lifetime, P2D, gatehouse.key-ring.propagation",
    "gatehouse.key-ring.lifetime, P6D, gatehouse.key-ring.lifetime",
    "gatehouse.key-ring.propagation, PT9M, gatehouse.key-ring.propagation",
    "gatehouse.key-ring.propagation, PT5S, gatehouse.key-ring.propagation",
    "gatehouse.key-ring.revoked-keys, a b, gatehouse.key-ring.revoked-keys",
    "gatehouse.signing.rotation.interval, P14D, gatehouse.signing.rotation.propagation",
    "gatehouse.signing.rotation.interval, PT23H, gatehouse.signing.rotation.interval",
    "gatehouse.signing.rotation.propagation, PT9M, gatehouse.signing.rotation.propagation",
    "gatehouse.signing.rotation.propagation, PT5M, gatehouse.signing.rotation.propagation",
    "gatehouse.signing.rotation.interval, PT0S, gatehouse.signing.rotation.interval",
    "gatehouse.signing.rotation.retention, 14 days, gatehouse.signing.rotation.retention",
    "gatehouse.signing.rotation.enabled, maybe, gatehouse.signing.rotation.enabled",
    "gatehouse.signing.validation-keys.location, /none, gatehouse.signing.validation-keys.location",
    "gatehouse.signing.validation-keys.password, x, gatehouse.signing.validation-keys.password",
    "gatehouse.keys.previous-master-keys, c2hvcnQ=, gatehouse.keys.previous-master-keys",
    "gatehouse.keys.master-key.keystore.location, /n, gatehouse.keys.master-key.keystore.location",
    "gatehouse.keys.master-key.keystore.password, x, gatehouse.keys.master-key.keystore.password",
    "gatehouse.keys.clock-skew, PT6M, gatehouse.keys.clock-skew",
    "gatehouse.store.keys, memory, gatehouse.store.keys"
  })
  void areRefusedWhereTheyCannotBe(String key, String value, String fault) {
    assertThat(result(Map.of(key, value)).faults()).extracting(ConfigFault::key).contains(fault);
  }

  @Test
  void letNoCacheOutliveTheAnnouncement() {
    assertThat(
            result(
                    Map.of(
                        "gatehouse.discovery.response-cache-interval",
                        "PT1H",
                        ROTATION + "propagation",
                        "PT1H"))
                .faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo(ROTATION + "propagation");
              assertThat(fault.expected()).startsWith("at least PT1H6S");
            });
  }

  @Test
  void retainNoKeyThatIsRevoked() {
    assertThat(
            result(
                    Map.of(
                        "gatehouse.signing.retained-keys", "a,b",
                        "gatehouse.signing.revoked-keys", "b"))
                .faults())
        .extracting(ConfigFault::key)
        .containsExactly("gatehouse.signing.retained-keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "demo"})
  @DisplayName("can be squeezed to seconds outside production")
  void canBeSqueezed(String profile) {
    Map<String, String> squeezed = new TreeMap<>();
    squeezed.put("mp.config.profile", profile);
    squeezed.put("gatehouse.issuer", "http://localhost:9080");
    squeezed.put("gatehouse.keys.clock-skew", "PT1S");
    squeezed.put(ROTATION + "interval", "PT20S");
    squeezed.put(ROTATION + "propagation", "PT5S");
    squeezed.put(ROTATION + "retention", "PT5S");
    squeezed.put("gatehouse.discovery.response-cache-interval", "PT2S");
    squeezed.put("gatehouse.key-ring.lifetime", "PT20S");
    squeezed.put("gatehouse.key-ring.propagation", "PT5S");

    assertThat(result(squeezed).faults()).isEmpty();
  }

  @Test
  void showNoMasterKey() {
    assertThat(result(Map.of("gatehouse.keys.previous-master-keys", KEY + ",secret")).faults())
        .singleElement()
        .extracting(ConfigFault::found)
        .isEqualTo("***");
  }

  @Test
  void takeOneMasterKeyFromOnePlace(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("master.p12"));
    Map<String, String> keystore =
        Map.of(
            "gatehouse.keys.master-key.keystore.location", file.toString(),
            "gatehouse.keys.master-key.keystore.password", "secret",
            "gatehouse.keys.master-key.keystore.alias", "master");
    Map<String, String> without = new TreeMap<>(keystore);
    without.put("gatehouse.keys.master-key", "");

    assertThat(result(without).faults()).isEmpty();
    assertThat(result(keystore).faults())
        .extracting(ConfigFault::key)
        .containsExactly("gatehouse.keys.master-key");
    without.remove("gatehouse.keys.master-key.keystore.alias");
    assertThat(result(without).faults())
        .extracting(ConfigFault::key)
        .containsExactly("gatehouse.keys.master-key.keystore.alias");
  }

  @ParameterizedTest
  @CsvSource({
    "memory, auto, false, false",
    "memory, file, false, false",
    "memory, database, true, true",
    "database, auto, true, true",
    "database, file, true, false",
    "database, database, true, true"
  })
  void putKeysWhereTheOtherDataIs(
      String operational, String keys, boolean needsDatabase, boolean inDatabase) {
    StoreConfig store =
        result(Map.of("gatehouse.store.operational", operational, "gatehouse.store.keys", keys))
            .config()
            .store();

    assertThat(store.needsDatabase()).isEqualTo(needsDatabase);
    assertThat(store.keepsKeysInDatabase()).isEqualTo(inDatabase);
  }

  private static ConfigReader.Result result(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("gatehouse.issuer", "https://id.example.com");
    all.putIfAbsent("gatehouse.keys.master-key", KEY);
    return DefaultSettings.with(all);
  }
}
