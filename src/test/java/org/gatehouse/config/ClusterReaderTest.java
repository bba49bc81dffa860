package org.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.fixture.DefaultSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading the settings of the cluster")
class ClusterReaderTest {
  @TempDir private Path directory;
  private final Map<String, String> given = new HashMap<>();

  @BeforeEach
  void grid() {
    given.put("gatehouse.issuer", "http://localhost");
    given.put("mp.config.profile", "demo");
    given.put("gatehouse.store.operational", "infinispan");
    given.put("gatehouse.cluster.allow-unencrypted", "true");
  }

  private List<String> faults() {
    return DefaultSettings.with(given).faults().stream().map(ConfigFault::key).toList();
  }

  private String file(String name) throws IOException {
    return Files.createFile(directory.resolve(name)).toString();
  }

  @Test
  void findsMembersByTheDatabaseUnlessToldOtherwise() {
    assertThat(faults()).isEmpty();
    assertThat(DefaultSettings.with(given).config().cluster().discovery().kind())
        .isEqualTo(DiscoveryKind.DATABASE);
  }

  @Test
  void refusesAClusterWithoutTlsAndNamesBothWaysOut() {
    given.remove("gatehouse.cluster.allow-unencrypted");

    ConfigFault fault = DefaultSettings.with(given).faults().get(0);

    assertThat(fault.key()).isEqualTo("gatehouse.cluster.tls.keystore");
    assertThat(fault.fix()).contains("truststore", "gatehouse.cluster.allow-unencrypted=true");
  }

  @Test
  void refusesHalfOfTls() throws IOException {
    given.put("gatehouse.cluster.tls.keystore", file("node.p12"));

    assertThat(faults()).containsExactly("gatehouse.cluster.tls.keystore");
  }

  @Test
  void takesAllOfTls() throws IOException {
    given.remove("gatehouse.cluster.allow-unencrypted");
    given.put("gatehouse.cluster.tls.keystore", file("node.p12"));
    given.put("gatehouse.cluster.tls.keystore-password", "one");
    given.put("gatehouse.cluster.tls.truststore", file("trust.p12"));
    given.put("gatehouse.cluster.tls.truststore-password", "two");

    assertThat(faults()).isEmpty();
    assertThat(DefaultSettings.with(given).config().cluster().tls()).isPresent();
  }

  @Test
  void leavesTlsToAJgroupsFileAndSaysWhetherItMayDoWithout() throws IOException {
    given.put("gatehouse.cluster.jgroups", file("jgroups.xml"));
    assertThat(DefaultSettings.with(given).config().cluster().allowUnencrypted()).isTrue();
    given.remove("gatehouse.cluster.allow-unencrypted");

    assertThat(faults()).isEmpty();
    assertThat(DefaultSettings.with(given).config().cluster().allowUnencrypted()).isFalse();
  }

  @Test
  void refusesHalfOfTlsAlsoBesideAJgroupsFile() throws IOException {
    given.put("gatehouse.cluster.jgroups", file("jgroups.xml"));
    given.put("gatehouse.cluster.tls.keystore", file("node.p12"));

    assertThat(faults()).containsExactly("gatehouse.cluster.tls.keystore");
  }

  @Test
  void refusesAKeystoreThatIsNotThere() {
    given.put("gatehouse.cluster.tls.keystore", directory.resolve("nowhere.p12").toString());
    given.put("gatehouse.cluster.tls.keystore-password", "one");

    assertThat(faults()).contains("gatehouse.cluster.tls.keystore");
  }

  @Test
  void wantsHostsForStaticDiscovery() {
    given.put("gatehouse.cluster.discovery", "static");

    assertThat(faults()).containsExactly("gatehouse.cluster.hosts");
  }

  @Test
  void refusesAHostWithoutPort() {
    given.put("gatehouse.cluster.discovery", "static");
    given.put("gatehouse.cluster.hosts", "a.example.com");

    assertThat(faults()).contains("gatehouse.cluster.hosts");
  }

  @Test
  void wantsANameForDnsDiscovery() {
    given.put("gatehouse.cluster.discovery", "dns");

    assertThat(faults()).containsExactly("gatehouse.cluster.dns-query");
  }

  @Test
  void wantsAMajorityAndAnotherDiscoveryForTheGridAlone() {
    given.put("gatehouse.store.operational.durable", "false");

    assertThat(faults())
        .containsExactlyInAnyOrder(
            "gatehouse.cluster.discovery", "gatehouse.cluster.expected-members");
  }

  private void takeTheGridAlone() {
    given.put("gatehouse.store.operational.durable", "false");
    given.put("gatehouse.cluster.discovery", "static");
    given.put("gatehouse.cluster.hosts", "a:7800,b:7800,c:7800");
    given.put("gatehouse.cluster.expected-members", "3");
  }

  @Test
  void refusesToDistributeTheGridAlone() {
    takeTheGridAlone();
    assertThat(faults()).isEmpty();

    given.put("gatehouse.cluster.replication", "distributed");

    assertThat(faults()).containsExactly("gatehouse.cluster.replication");
  }

  private void takeKeysInTheGridAlone() {
    takeTheGridAlone();
    given.put("gatehouse.store.keys", "grid");
    given.put("gatehouse.keys.master-key", Base64.getEncoder().encodeToString(new byte[32]));
  }

  @Test
  void keepsKeysInTheGridWhereGrantsAreThereAlone() {
    takeKeysInTheGridAlone();

    assertThat(faults()).isEmpty();
    StoreConfig store = DefaultSettings.with(given).config().store();
    assertThat(store.keepsKeysInGrid()).isTrue();
    assertThat(store.keepsKeysInDatabase()).isFalse();
    assertThat(store.needsDatabase()).isFalse();
  }

  @Test
  void keepsKeysOfTheGridAloneInTheDirectoryUnlessToldOtherwise() {
    takeTheGridAlone();

    StoreConfig store = DefaultSettings.with(given).config().store();

    assertThat(store.keepsKeysInGrid()).isFalse();
    assertThat(store.keepsKeysInDatabase()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "gatehouse.store.operational.durable, true",
    "gatehouse.store.operational, database",
    "gatehouse.store.operational, memory",
    "gatehouse.store.configuration, database"
  })
  void refusesKeysInTheGridWhereTheyMayEndBeforeWhatTheySealed(String key, String value) {
    takeKeysInTheGridAlone();
    given.put(key, value);

    assertThat(faults()).containsExactly("gatehouse.store.keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "dev", "test", "prod"})
  void asksForTheMasterKeyOfKeysInTheGridAlsoWhereANodeElseMakesOne(String profile) {
    takeKeysInTheGridAlone();
    given.put("mp.config.profile", profile);
    given.put("gatehouse.issuer", "prod".equals(profile) ? "https://id.test" : "http://localhost");
    assertThat(faults()).isEmpty();

    given.remove("gatehouse.keys.master-key");

    assertThat(DefaultSettings.with(given).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("gatehouse.keys.master-key");
              assertThat(fault.fix()).contains("openssl rand -base64 32", "every node");
            });
  }

  @Test
  void asksNothingOfAServerWithoutGrid() {
    given.put("gatehouse.store.operational", "memory");
    given.remove("gatehouse.cluster.allow-unencrypted");

    assertThat(faults()).isEmpty();
  }
}
