package org.gatehouse.config;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gatehouse.config.SessionConfig.SameSite;
import org.gatehouse.fixture.DefaultSettings;
import org.gatehouse.model.SigningAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading the settings")
class ConfigReaderTest {
  private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final Map<String, String> GOOD =
      Map.of("gatehouse.issuer", "https://id.example.com", "gatehouse.keys.master-key", MASTER_KEY);

  @Test
  void takesTheDefaultsOfTheFile() {
    ConfigReader.Result result = DefaultSettings.with(GOOD);

    assertThat(result.faults()).isEmpty();
    GatehouseConfig config = result.config();
    assertThat(config.server())
        .isEqualTo(new ServerConfig("https://id.example.com", ServerConfig.Profile.PROD));
    assertThat(config.keys().signing().algorithms())
        .containsExactly(SigningAlgorithm.RS256, SigningAlgorithm.PS256, SigningAlgorithm.ES256);
    assertThat(config.keys().directory()).isEqualTo(Path.of("keys"));
    assertThat(config.keys().master().key()).contains(new SecretBytes(new byte[32]));
    assertThat(config.keys().signing().keystore()).isEmpty();
    assertThat(config.tokens())
        .isEqualTo(new TokenConfig("at+jwt", true, false, Duration.ofSeconds(5), Duration.ZERO));
    assertThat(config.session())
        .isEqualTo(
            new SessionConfig(Duration.ofHours(10), SameSite.LAX, true, Duration.ofHours(1)));
    assertThat(config.limits().lengthOf("redirect_uri")).isEqualTo(400);
    assertThat(config.limits().lengthOf("something_else")).isEqualTo(2000);
    assertThat(config.start().onFailure()).isEqualTo(StartConfig.OnFailure.EXIT);
    assertThat(config.store().locations()).isEmpty();
    assertThat(config.store().operational()).isEqualTo(StoreConfig.OperationalKind.DATABASE);
    assertThat(config.cleanup()).isEqualTo(new CleanupConfig(Duration.ofHours(1), 1000));
    assertThat(config.demo().directory()).isEqualTo(Path.of("demo"));
  }

  @Test
  void tellsFiveDifferentFaultsAtOnce() {
    List<ConfigFault> faults =
        DefaultSettings.with(
                Map.of(
                    "gatehouse.issuer", "http://id.example.com/",
                    "gatehouse.keys.master-key", "c2hvcnQ=",
                    "gatehouse.session.lifetime", "ten hours",
                    "gatehouse.signing.algorithms", "RS256,HS256",
                    "gatehouse.sesion.lifetime", "PT1H"))
            .faults();

    assertThat(faults)
        .extracting(ConfigFault::key)
        .containsExactlyInAnyOrder(
            "gatehouse.issuer",
            "gatehouse.keys.master-key",
            "gatehouse.session.lifetime",
            "gatehouse.signing.algorithms",
            "gatehouse.sesion.lifetime");
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.found()).isNotBlank();
              assertThat(fault.expected()).isNotBlank();
              assertThat(fault.fix()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.example.com",
        "https://id.example.com/",
        "https://id.example.com?a=b",
        "https://id.example.com#top",
        "https://user@id.example.com",
        "https://id.example.com/a/../b",
        "https://id.example.com:99999",
        "https://",
        "https:id",
        "ftp://id.example.com",
        "http://id.example.com",
        "https://id example.com",
        "https://\u00efd.example.com"
      })
  void refusesAnIssuerThatIsNotAPlainAddress(String issuer) {
    assertFault("gatehouse.issuer", issuer);
  }

  @ParameterizedTest
  @CsvSource({
    "prod, https://id.example.com/tenant",
    "prod, http://localhost:9080",
    "prod, http://127.0.0.1",
    "test, http://id.example.com",
    "demo, http://localhost:9080",
    "dev, http://[::1]:9080"
  })
  void takesAnIssuerThatSuitsTheProfile(String profile, String issuer) {
    assertThat(with(Map.of("mp.config.profile", profile, "gatehouse.issuer", issuer))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "dev"})
  void refusesAnIssuerForStrangersInTheProfilesForTrying(String profile) {
    List<ConfigFault> faults = with(Map.of("mp.config.profile", profile));

    assertThat(faults).singleElement().extracting(ConfigFault::key).isEqualTo("gatehouse.issuer");
    assertThat(faults.get(0).expected()).contains(profile);
  }

  @Test
  void asksForIssuerAndMasterKeyOutsideTheProfilesForTrying() {
    assertThat(DefaultSettings.with(Map.of()).faults())
        .extracting(ConfigFault::key, ConfigFault::found)
        .containsExactly(
            tuple("gatehouse.issuer", "nothing"), tuple("gatehouse.keys.master-key", "nothing"));
  }

  @Test
  void needsNoMasterKeyInTheDemoProfile() {
    ConfigReader.Result result =
        DefaultSettings.with(
            Map.of("mp.config.profile", "demo", "gatehouse.issuer", "http://localhost:9080"));

    assertThat(result.faults()).isEmpty();
    assertThat(result.config().keys().master().key()).isEmpty();
  }

  @Test
  void showsNoSecret() {
    List<ConfigFault> faults =
        with(
            Map.of(
                "gatehouse.keys.master-key", "hunter2-hunter2",
                "gatehouse.signing.keystore.password", "hunter3",
                "gatehouse.issuer", "https://bob:hunter4@id.example.com"));

    assertThat(faults).hasSize(3);
    assertThat(faults.toString()).doesNotContain("hunter").contains("***");
  }

  @Test
  void showsNothingThatCouldForgeALineOfTheLog() {
    assertThat(
            with(Map.of("gatehouse.session.lifetime", "x\n2. gatehouse.issuer" + "y".repeat(999))))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.found()).doesNotContain("\n");
              assertThat(fault.found()).hasSizeLessThan(130);
            });
  }

  @Test
  void readsAKeystoreWithItsPassword(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("keys.p12"));
    Map<String, String> given = new HashMap<>(GOOD);
    given.put("gatehouse.signing.keystore.location", file.toString());
    given.put("gatehouse.signing.keystore.password", "secret");

    ConfigReader.Result result = DefaultSettings.with(given);

    assertThat(result.faults()).isEmpty();
    assertThat(result.config().keys().signing().keystore())
        .contains(new KeyConfig.Keystore(file, new SecretText("secret")));
  }

  @Test
  void refusesAKeystoreThatIsNotThereOrHasNoPassword(@TempDir Path directory) {
    String missing = directory.resolve("none.p12").toString();

    assertThat(with(Map.of("gatehouse.signing.keystore.location", missing)))
        .extracting(ConfigFault::key)
        .containsExactly(
            "gatehouse.signing.keystore.location", "gatehouse.signing.keystore.password");
  }

  @Test
  void refusesAPasswordWithoutKeystore() {
    assertFault("gatehouse.signing.keystore.password", "secret");
  }

  @ParameterizedTest
  @CsvSource({
    "mp.config.profile, production",
    "gatehouse.start.on-failure, stop",
    "gatehouse.store.configuration, filesystem",
    "gatehouse.store.operational, disk",
    "gatehouse.signing.algorithms, 'RS256,RS256'",
    "gatehouse.signing.algorithms, none",
    "gatehouse.tokens.access-token-jwt-type, at jwt",
    "gatehouse.tokens.scope-as-string, 1",
    "gatehouse.tokens.static-audience, yes",
    "gatehouse.tokens.clock-skew, PT1H",
    "gatehouse.tokens.clock-skew, -PT1S",
    "gatehouse.tokens.refresh-retry-window, PT61S",
    "gatehouse.tokens.refresh-retry-window, -PT1S",
    "gatehouse.session.lifetime, PT0S",
    "gatehouse.session.lifetime, 36000",
    "gatehouse.session.same-site, relaxed",
    "gatehouse.session.coordinate-client-lifetimes, on",
    "gatehouse.interaction.lifetime, P2D",
    "gatehouse.limits.request-body, 64k",
    "gatehouse.limits.request-body, 0",
    "gatehouse.limits.parameters, 1",
    "gatehouse.limits.length.default, -1",
    "gatehouse.limits.length.client-id, 99999999999"
  })
  void refusesAWrongValue(String key, String value) {
    assertFault(key, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gatehouse.signing.algorithms",
        "gatehouse.session.lifetime",
        "gatehouse.limits.length.state",
        "gatehouse.tokens.scope-as-string",
        "gatehouse.tokens.access-token-jwt-type",
        "gatehouse.keys.directory",
        "gatehouse.start.on-failure"
      })
  void refusesAnEmptyValueWhereOneIsNeeded(String key) {
    assertThat(with(Map.of(key, "")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo(key);
              assertThat(fault.found()).isEqualTo("nothing");
            });
  }

  @Test
  void refusesAPathThatCannotBe() {
    assertFault("gatehouse.keys.directory", "a\0b");
  }

  @Test
  void takesSameSiteNoneWithHttpsOnly() {
    Map<String, String> none = Map.of("gatehouse.session.same-site", "None");
    Map<String, String> overHttp =
        Map.ofEntries(
            entry("gatehouse.session.same-site", "None"),
            entry("gatehouse.issuer", "http://localhost:9080"));

    assertThat(with(none)).isEmpty();
    assertThat(with(overHttp))
        .singleElement()
        .extracting(ConfigFault::key)
        .isEqualTo("gatehouse.session.same-site");
  }

  @Test
  void tellsAnExpressionWithoutValue() {
    ConfigReader.Result result =
        ConfigReader.read(
            key -> {
              if (key.equals("gatehouse.issuer")) {
                throw new NoSuchElementException("no value");
              }
              return Optional.ofNullable(DefaultSettings.all().get(key));
            },
            List.of());

    assertThat(result.faults())
        .extracting(ConfigFault::key, ConfigFault::found)
        .contains(tuple("gatehouse.issuer", "an expression without value"));
  }

  @Test
  void splitsLocationsAtCommas() {
    Map<String, String> given = new HashMap<>(GOOD);
    given.put("gatehouse.configuration.location", "a.json, b\\,c.yaml ,");

    assertThat(DefaultSettings.with(given).config().store().locations())
        .containsExactly("a.json", "b,c.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "memory"})
  void refusesFilesWhereTheyAreNotTheStore(String store) {
    assertThat(
            with(
                Map.of(
                    "gatehouse.store.configuration",
                    store,
                    "gatehouse.configuration.location",
                    "a.json")))
        .extracting(ConfigFault::key, ConfigFault::found, ConfigFault::fix)
        .containsExactly(tuple("gatehouse.configuration.location", "a.json", "leave it empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "memory"})
  void refusesAnImportWhereTheDatabaseIsNotTheStore(String store) {
    assertThat(
            with(
                Map.of(
                    "gatehouse.store.configuration",
                    store,
                    "gatehouse.configuration.import",
                    "a.json")))
        .extracting(ConfigFault::key, ConfigFault::found, ConfigFault::fix)
        .containsExactly(
            tuple(
                "gatehouse.configuration.import",
                "a.json",
                "write database there, or name the files in gatehouse.configuration.location"));
  }

  private static void assertFault(String key, String value) {
    assertThat(with(Map.of(key, value)))
        .as("%s=%s", key, value)
        .singleElement()
        .extracting(ConfigFault::key)
        .isEqualTo(key);
  }

  private static List<ConfigFault> with(Map<String, String> given) {
    Map<String, String> settings = new HashMap<>(GOOD);
    settings.putAll(given);
    return DefaultSettings.with(settings).faults();
  }
}
