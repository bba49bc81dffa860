package org.gatehouse.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.AccessTokenType;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientClaim;
import org.gatehouse.model.configuration.DPoPValidationMode;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.Secret;
import org.gatehouse.model.configuration.TokenExpiration;
import org.gatehouse.model.configuration.TokenUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Files with clients and resources")
class ConfigurationFilesTest {
  private static final String HASH = "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String APPSETTINGS =
      """
      // the host
      {
        "Serilog": { "MinimumLevel": "Debug", "Clients": 3, },
        "AllowedHosts": "*",
        /* ours */
        "identityserver": {
          "IssuerUri": "https://old.example.com",
          "clients": [
            {
              "CLIENTID": 4711,
              "requirepkce": "False",
              "AccessTokenLifetime": "600",
              "AccessTokenType": 1,
              "RefreshTokenUsage": "reuse",
              "RefreshTokenExpiration": "SLIDING",
              "Description": null,
              "AllowedGrantTypes": ["client_credentials",],
              "ClientSecrets": [{"value": "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols="}],
            },
          ],
        },
      }
      """;

  @TempDir Path directory;

  @Test
  void loadsTheFileOfTheIdentityServer4SampleHostUnchanged() throws URISyntaxException {
    Path sample = Path.of(getClass().getResource("/identityserver4/appsettings.json").toURI());
    ConfigurationLoader.Result result = load(sample.toString());

    assertThat(result.faults()).isEmpty();
    assertThat(result.clients())
        .extracting(Client::clientId)
        .containsExactly("machine_client", "interactive_client");
    Client machine = result.clients().get(0);
    assertThat(machine.claims())
        .containsExactly(new ClientClaim("c1", "c1value"), new ClientClaim("c2", "c2value"));
    assertThat(machine.properties()).containsEntry("foo", "bar");
    assertThat(machine.clientSecrets()).containsExactly(Secret.shared(HASH));
    assertThat(result.resources().apiScopes())
        .extracting(ApiScope::name)
        .containsExactly(
            "IdentityServerApi",
            "resource1.scope1",
            "resource2.scope1",
            "scope3",
            "shared.scope",
            "transaction");
    assertThat(result.resources().apiResourcesOf("shared.scope")).hasSize(2);
    assertThat(result.warnings())
        .anyMatch(line -> line.contains("Clients[0]") && line.contains("resource1.scope2"))
        .anyMatch(line -> line.contains("Clients[1]") && line.contains("resource1.scope2"))
        .anyMatch(line -> line.contains("Clients[1].RedirectUris"))
        .hasSize(3);
  }

  @Test
  void loadsTheDemoClientsWithoutAWarning() {
    ConfigurationLoader.Result result = load("classpath:demo/clients.yaml");

    assertThat(result.faults()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.clients())
        .extracting(Client::clientId)
        .containsExactly("demo-web", "demo-spa", "demo-machine", "demo-admin");
    assertThat(result.clients().get(1).requireClientSecret()).isFalse();
    assertThat(result.resources().apiResourcesOf("demo.api")).hasSize(1);
  }

  @Test
  void loadsTheExamplesOfTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs/configuration-files.md"));
    List<String> blocks = Arrays.asList(page.split("```", -1));
    ConfigurationLoader loader = new ConfigurationLoader();
    for (int i = 1; i < blocks.size(); i += 2) {
      String block = blocks.get(i);
      String format = block.lines().findFirst().orElse("");
      if (format.equals("yaml") || format.equals("json")) {
        loader.file(write("example" + i + "." + format, block.substring(format.length())));
      }
    }

    assertThat(loader.result().faults()).isEmpty();
    assertThat(loader.result().warnings()).isEmpty();
    assertThat(loader.result().clients()).hasSizeGreaterThan(1);
  }

  @Test
  void readsWhatDotNetConfigurationFilesHave() throws IOException {
    ConfigurationLoader.Result result =
        load(write("appsettings.json", BYTE_ORDER_MARK + APPSETTINGS));

    assertThat(result.faults()).isEmpty();
    assertThat(result.clients())
        .singleElement()
        .satisfies(
            client -> {
              assertThat(client.clientId()).isEqualTo("4711");
              assertThat(client.requirePkce()).isFalse();
              assertThat(client.accessTokenLifetime()).isEqualTo(Duration.ofMinutes(10));
              assertThat(client.accessTokenType()).isEqualTo(AccessTokenType.REFERENCE);
              assertThat(client.refreshTokenUsage()).isEqualTo(TokenUsage.RE_USE);
              assertThat(client.refreshTokenExpiration()).isEqualTo(TokenExpiration.SLIDING);
              assertThat(client.description()).isEmpty();
            });
  }

  @Test
  void readsEveryPropertyOfAClient() throws IOException {
    Client client = load(getResource("every-property.yaml")).clients().get(0);

    assertThat(client.enabled()).isFalse();
    assertThat(client.clientSecrets().get(0).expiration())
        .contains(Instant.parse("2031-05-06T07:08:09Z"));
    assertThat(client.clientSecrets().get(1).expiration())
        .contains(Instant.parse("2031-05-06T00:00:00Z"));
    assertThat(client.clientSecrets().get(2).expiration())
        .contains(Instant.parse("2031-05-06T05:08:09Z"));
    assertThat(client.allowedIdentityTokenSigningAlgorithms())
        .containsExactlyInAnyOrder(SigningAlgorithm.ES256, SigningAlgorithm.PS256);
    assertThat(client.clientClaimsPrefix()).isEmpty();
    assertThat(client.consentLifetime()).contains(Duration.ofDays(1));
    assertThat(client.coordinateLifetimeWithUserSession()).contains(false);
    assertThat(client.dPoPValidationMode()).isEqualTo(DPoPValidationMode.IAT_AND_NONCE);
    assertThat(client.dPoPClockSkew()).isEqualTo(Duration.ofMinutes(1));
    assertThat(client.claims().get(0).valueType()).isEqualTo("integer");
  }

  @Test
  void hasThePropertyNamesOfTheModel() throws IOException {
    Set<String> read = new HashSet<>();
    Fields fields =
        new Fields(new Place("x.json", 1, ""), new Node.Mapping(List.of(), 1), new Findings());
    ClientReader.read(fields);
    fields.known().forEach(name -> read.add(name.toLowerCase(Locale.ROOT)));

    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Client.class.getRecordComponents())
                .map(component -> component.getName().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void knowsTheStandardScopesWhereNobodyDefinesThem() throws IOException {
    ConfigurationLoader.Result result =
        load(
            write(
                "a.yaml",
                """
                IdentityResources:
                  - Name: profile
                    UserClaims: [name]
                  - Name: roles
                """));

    assertThat(result.faults()).isEmpty();
    assertThat(result.resources().identityResources())
        .extracting(IdentityResource::name)
        .containsExactly("profile", "roles", "openid", "email", "phone", "address");
    assertThat(result.resources().identityResource("profile").get().userClaims())
        .containsExactly("name");
  }

  @Test
  void mergesFilesAndCode() throws IOException {
    ConfigurationLoader loader = new ConfigurationLoader();
    loader.file(write("a.yaml", "ApiScopes: [{Name: a}]"));
    loader.file(write("b.yml", "ApiScopes: [{Name: b}]"));
    loader.apiScope("the bean X", ApiScope.named("c").build());

    assertThat(loader.result().resources().apiScopes())
        .extracting(ApiScope::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void findsWhatItHolds() {
    ConfigurationLoader.Result result = load("classpath:demo/clients.yaml");
    FileClientStore clients = new FileClientStore(result.clients());
    FileResourceStore resources = new FileResourceStore(result.resources());

    assertThat(clients.find("demo-web")).isPresent();
    assertThat(clients.find("DEMO-WEB")).isEmpty();
    assertThat(resources.all().scopeNames()).contains("openid", "demo.api");
    assertThat(resources.find(Set.of("demo.api")).apiResources()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "00:05:00, 300",
    "1.00:00:00, 86400",
    "00:05, 300",
    "60, 60",
  })
  void readsTimeSpans(String written, long seconds) {
    assertThat(TimeSpan.parse(written)).contains(Duration.ofSeconds(seconds));
  }

  private String getResource(String name) throws IOException {
    try (var in = getClass().getResourceAsStream(name)) {
      return write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private ConfigurationLoader.Result load(String... locations) {
    ConfigurationLoader loader = new ConfigurationLoader();
    List.of(locations).forEach(loader::file);
    return loader.result();
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
