package org.gatehouse.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Faults of files with clients and resources")
class ConfigurationFaultsTest {
  @TempDir Path directory;

  @Test
  void tellsAllFaultsOfAllFilesAtOnce() throws IOException {
    ConfigurationLoader loader = new ConfigurationLoader();
    loader.file(
        write(
            "a.yaml",
            """
            Clients:
              - ClientId: web
                AllowedScope: [openid]
                AccessTokenLifetime: soon
                RedirectUris: ["javascript:alert(1)"]
                ClientSecrets: [{Value: plain-text}]
            """));
    loader.file(write("b.json", "{ \"Client\": [], \"ApiScopes\": [ { \"Names\": \"a\" } ] }"));
    loader.file(write("c.json", "{ \"Clients\": ["));
    loader.file(directory.resolve("none.json").toString());

    assertThat(loader.result().faults())
        .extracting(fault -> fault.key().replace(directory + "/", ""))
        .containsExactlyInAnyOrder(
            "a.yaml, line 3: Clients[0].AllowedScope",
            "a.yaml, line 4: Clients[0].AccessTokenLifetime",
            "a.yaml, line 2: Clients[0].RedirectUris",
            "a.yaml, line 2: Clients[0].ClientSecrets",
            "b.json, line 1: Client",
            "b.json, line 1: ApiScopes[0]",
            "b.json, line 1: ApiScopes[0].Names",
            "c.json, line 1",
            "gatehouse.configuration.location");
  }

  @Test
  void namesTheNearestProperty() throws IOException {
    assertThat(faults("x.yaml", "Clients: [{ClientId: a, AllowedScope: [b]}]"))
        .singleElement()
        .extracting(ConfigFault::fix)
        .isEqualTo("write AllowedScopes, or remove it");
  }

  @Test
  void namesTheAllowedValues() throws IOException {
    assertThat(faults("x.yaml", "Clients: [{ClientId: a, RefreshTokenUsage: Twice}]"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).endsWith("line 1: Clients[0].RefreshTokenUsage");
              assertThat(fault.found()).isEqualTo("Twice");
              assertThat(fault.expected()).isEqualTo("one of ReUse, OneTimeOnly");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ClientSecrets: [{Value: hunter2}]",
        "ClientSecrets: [hunter2]",
        "ClientSecrets: hunter2",
        "ClientSecrets: {Value: hunter2}",
        "ClientSecrets: [{Value: [hunter2]}]",
        "ClientSecrets: [{Secret: hunter2}]",
        "PairWiseSubjectSalt: [hunter2]"
      })
  void showsNoSecret(String property) throws IOException {
    assertThat(faults("x.yaml", "Clients: [{ClientId: a, " + property + "}]"))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("hunter2"));
  }

  @Test
  void showsNoSecretWhereTheFileIsNotWellFormed() throws IOException {
    assertThat(faults("x.json", "{\"Clients\": [{\"ClientSecrets\": [{\"Value\": hunter2}]}]}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).doesNotContain("hunter2"));
    assertThat(faults("x.yaml", "Clients:\n  - Value: \"hunter2\n  - ]["))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @CsvSource({
    "Enabled: 1, Enabled",
    "Enabled: [true], Enabled",
    "AccessTokenLifetime: 1.5, AccessTokenLifetime",
    "AccessTokenLifetime: 99999999999, AccessTokenLifetime",
    "AccessTokenLifetime: 0, AccessTokenLifetime",
    "ConsentLifetime: -1, ConsentLifetime",
    "AccessTokenType: 7, AccessTokenType",
    "AccessTokenType: 12345678901, AccessTokenType",
    "DPoPClockSkew: 5 min, DPoPClockSkew",
    "AllowedScopes: openid, AllowedScopes",
    "'AllowedScopes: [openid, {a: b}]', AllowedScopes[1]",
    "'AllowedScopes: [\"\"]', AllowedScopes[0]",
    "AllowedIdentityTokenSigningAlgorithms: [HS256], AllowedIdentityTokenSigningAlgorithms",
    "'AllowedIdentityTokenSigningAlgorithms: [0]', AllowedIdentityTokenSigningAlgorithms",
    "Properties: [a], Properties",
    "'Properties: {a: [b]}', Properties.a",
    "Claims: [{Type: a}], Claims[0]",
    "'Claims: [{Type: a, Value: b, Valu: c}]', Claims[0].Valu",
    "'ClientSecrets: [{Value: a, Type: X, Expiration: tomorrow}]', ClientSecrets[0].Expiration",
    "ProtocolType: saml2p, ProtocolType"
  })
  void namesThePlaceOfAWrongValue(String property, String place) throws IOException {
    assertThat(faults("x.yaml", "Clients: [{ClientId: a, " + property + "}]"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.key()).endsWith("line 1: Clients[0]." + place));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{ClientId: \"\"}", "{ClientId: ~}", "{ClientId: [a]}", "web", "[]"})
  void refusesAClientWithoutIdentifier(String client) throws IOException {
    assertThat(faults("x.yaml", "Clients: [" + client + "]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Client", "ApiScope", "Scopes", "Resources", "IdentityResource", "Cleints"})
  void refusesASectionThatIsNearlyOurs(String name) throws IOException {
    assertThat(faults("x.json", "{\"" + name + "\": []}")).hasSize(1);
  }

  @Test
  void refusesANearMissOfTheHostsSectionOnlyWhereItHoldsOurs() throws IOException {
    assertThat(faults("x.json", "{\"IdentityServer4\": {\"Clients\": []}}")).hasSize(1);
    assertThat(faults("x.json", "{\"IdentityServer4\": {\"Authority\": \"x\"}}")).isEmpty();
  }

  @Test
  void warnsOfListsInASectionThatIsNotRead() throws IOException {
    ConfigurationLoader loader = new ConfigurationLoader();
    loader.file(write("x.json", "{\"Auth\": {\"Clients\": []}}"));

    assertThat(loader.result().faults()).isEmpty();
    assertThat(loader.result().warnings()).anyMatch(line -> line.contains("line 1: Auth"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Clients\": [], \"Clients\": []}",
        "{\"Clients\": [], \"clients\": []}",
        "{\"Clients\": [{\"ClientId\": \"a\", \"CLIENTID\": \"b\"}]}",
        "{\"Clients\": [{\"ClientId\": \"a\", \"Properties\": {\"x\": \"1\", \"x\": \"2\"}}]}"
      })
  void refusesANameThatIsThereTwice(String json) throws IOException {
    assertThat(faults("x.json", json))
        .singleElement()
        .extracting(ConfigFault::found)
        .isEqualTo("the same name as in line 1");
  }

  @Test
  void namesBothPlacesOfADuplicate() throws IOException {
    ConfigurationLoader loader = new ConfigurationLoader();
    loader.file(write("a.yaml", "Clients: [{ClientId: web}]\nApiScopes: [{Name: x}]"));
    loader.file(write("b.yaml", "IdentityResources: [{Name: x}]\nApiResources: [{Name: x}]"));
    loader.client("the bean Ours", Client.named("web").build());
    loader.apiScope("the bean Ours", ApiScope.named("email").build());
    loader.identityResource("the bean Ours", IdentityResource.named("email").build());

    assertThat(loader.result().faults())
        .hasSize(3)
        .anySatisfy(
            fault -> {
              assertThat(fault.key()).isEqualTo("the bean Ours.ClientId");
              assertThat(fault.found()).contains("a.yaml, line 1: Clients[0].ClientId");
            })
        .anySatisfy(fault -> assertThat(fault.key()).contains("b.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.txt  | {}",
        "x.json | []",
        "x.json | 3",
        "x.json | {} {}",
        "x.json | {\"a\": NaN}",
        "x.json | {'a': 1}",
        "x.yaml | Clients: !!java.net.URL [x]",
        "x.yaml | Clients: &a [*a]",
        "x.yaml | {a: &x 1, b: *x}",
        "x.yaml | {a: !secret b}",
        "x.yaml | [a, b",
        "x.yaml | text"
      })
  void refusesWhatIsNoPlainDocument(String name, String content) throws IOException {
    assertThat(faults(name.strip(), content)).hasSize(1);
  }

  @Test
  void refusesSeveralYamlDocuments() throws IOException {
    assertThat(faults("x.yaml", "Clients: []\n---\nClients: []\n")).hasSize(1);
  }

  @Test
  void takesAnEmptyListOfEverything() throws IOException {
    assertThat(faults("x.yaml", "Clients:\nApiScopes: []\nIdentityServer:\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.json", "x.yaml"})
  void refusesDeepNesting(String name) throws IOException {
    assertThat(faults(name, "{\"a\": " + "[".repeat(50_000))).hasSize(1);
    assertThat(faults(name, "{\"a\": " + "[".repeat(40) + "]".repeat(40) + "}")).hasSize(1);
  }

  @Test
  void refusesYamlThatGrowsByAliases() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(faults("x.yaml", bomb.toString())).hasSize(1);
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    assertThat(faults("x.json", " ".repeat(FileText.LARGEST + 1))).hasSize(1);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    Path file = directory.resolve("x.json");
    Files.write(file, "{\"ä\": 1}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(load(file.toString())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classpath:none.yaml", "/none/x.yaml", ".", "a\0b.json"})
  void refusesALocationWithoutFile(String location) {
    assertThat(load(location))
        .singleElement()
        .extracting(ConfigFault::key)
        .isEqualTo("gatehouse.configuration.location");
  }

  @Test
  void refusesAScopeNameThatCannotBeAskedFor() throws IOException {
    assertThat(
            faults(
                "x.yaml", "ApiScopes: [{Name: a b}, {Name: offline_access}, {Name: \"\u00e4\"}]"))
        .hasSize(3);
  }

  /** Whatever stands in a file, the answer is faults, never an exception. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml"})
  void survivesDamage(String format) throws IOException {
    Path sample =
        Path.of(
            format.equals("json")
                ? "src/test/resources/identityserver4/appsettings.json"
                : "src/main/resources/demo/clients.yaml");
    String whole = Files.readString(sample);
    String marks = "{}[]\",:#&*!|>%@`-?'\\\0\t\n /~\uFEFFx1";
    Random random = new Random(20260101);
    for (int i = 0; i < 1500; i++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int j = random.nextInt(4); j >= 0; j--) {
        int at = random.nextInt(damaged.length());
        damaged.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
      }
      if (random.nextInt(4) == 0) {
        damaged.setLength(random.nextInt(damaged.length()));
      }
      Findings findings = new Findings();
      TreeReader.read("x." + format, damaged.toString(), findings)
          .ifPresent(root -> new FileSections("x", new ConfigurationLoader(), findings).read(root));

      assertThat(findings.faults()).allSatisfy(fault -> assertThat(fault.fix()).isNotBlank());
    }
  }

  private List<ConfigFault> faults(String name, String content) throws IOException {
    return load(write(name, content));
  }

  private static List<ConfigFault> load(String location) {
    ConfigurationLoader loader = new ConfigurationLoader();
    loader.file(location);
    return loader.result().faults();
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
