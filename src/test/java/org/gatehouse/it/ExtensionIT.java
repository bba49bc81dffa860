package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.crypto.SharedSecrets;
import org.gatehouse.demo.Transport;
import org.gatehouse.model.configuration.AdminScopes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server of its own with the sample of a customer: one JAR in ext, one by configDropins. */
@DisplayName("A customer's own stores, as docs/extending.md has them")
class ExtensionIT {
  private static final Path SAMPLE = Path.of("src/test/samples/acme-store");
  private static final Path SOURCES = SAMPLE.resolve("com/acme/id");
  private static final Path WORK = Deployments.war().resolveSibling("extension");
  private static final Path PARTNERS = WORK.resolve("partners.csv");
  private static final Transport TRANSPORT = new Transport();

  private static Cluster cluster;
  private static Node node;

  @BeforeAll
  static void start() throws Exception {
    Path liberty = Path.of(System.getProperty("gatehouse.it.home"));
    Map<String, String> settings = Map.of("ACME_PARTNERS", PARTNERS.toAbsolutePath().toString());
    cluster =
        Cluster.open(
            new Cluster.Plan(
                1,
                liberty,
                Deployments.serverDirectory(),
                Deployments.war(),
                WORK,
                settings,
                Optional.empty(),
                0));
    node = cluster.nodes().get(0);
    node.set("GATEHOUSE_ADMIN_ENABLED", "true");
    node.set("ADMIN_JWKS", node.uri().resolve("/.well-known/openid-configuration/jwks").toString());
    forProduction(node.server());
    extend(node.server());
    partner("north", "secret of north", "parts.order");
    partner("operations", "secret of operations", AdminScopes.ADMIN);
    cluster.start(Duration.ofMinutes(2));
  }

  /** The server of the other tests has a profile and ports of its own. */
  private static void forProduction(Path server) throws Exception {
    Files.writeString(server.resolve("jvm.options"), "-Xmx512m\n-Dmp.config.profile=prod\n");
    Files.copy(
        Path.of("liberty/bootstrap.properties"),
        server.resolve("bootstrap.properties"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void extend(Path server) throws Exception {
    CustomerJar.make(
        server.resolve("ext/acme-clients.jar"),
        WORK.resolve("clients"),
        SOURCES.resolve("AcmeClients.java"));
    CustomerJar.make(
        server.resolve("acme/acme-resources.jar"),
        WORK.resolve("resources"),
        SOURCES.resolve("AcmeResources.java"));
    Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
    Files.copy(SAMPLE.resolve("acme.xml"), overrides.resolve("acme.xml"));
  }

  private static void partner(String name, String secret, String scope) throws Exception {
    String line = name + "," + SharedSecrets.hash(secret) + "," + scope + "\n";
    Files.writeString(PARTNERS, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static TokenResponse token(String client, String secret) throws Exception {
    return token(client, secret, "parts.order");
  }

  private static TokenResponse token(String client, String secret, String scope) throws Exception {
    URI endpoint = cluster.issuer().resolve("/connect/token");
    TokenRequest request =
        new TokenRequest(
            endpoint,
            new ClientSecretBasic(new ClientID(client), new Secret(secret)),
            new ClientCredentialsGrant(),
            new Scope(scope));
    return TokenResponse.parse(TRANSPORT.exchange(request.toHTTPRequest()));
  }

  private static JWTClaimsSet claims(TokenResponse answer) throws Exception {
    assertThat(answer.indicatesSuccess()).as(answer.toHTTPResponse().getBody()).isTrue();
    AccessTokenResponse success = answer.toSuccessResponse();
    return SignedJWT.parse(success.getTokens().getAccessToken().getValue()).getJWTClaimsSet();
  }

  @Test
  void serveAClientOfTheirsWithAScopeOfTheirs() throws Exception {
    JWTClaimsSet claims = claims(token("north", "secret of north"));

    assertThat(claims.getStringClaim("client_id")).isEqualTo("north");
    assertThat(claims.getAudience()).containsExactly("parts");
  }

  @Test
  void areAskedAtEveryRequest() throws Exception {
    assertThat(error("south", "secret of south")).isEqualTo("invalid_client");

    partner("south", "secret of south", "parts.order");

    assertThat(claims(token("south", "secret of south")).getStringClaim("client_id"))
        .isEqualTo("south");
  }

  @Test
  void refuseAWrongSecret() throws Exception {
    assertThat(error("north", "guessed")).isEqualTo("invalid_client");
  }

  private static String error(String client, String secret) throws Exception {
    ErrorResponse refused = token(client, secret).toErrorResponse();
    return refused.getErrorObject().getCode();
  }

  @Test
  @DisplayName(
      "leave the administration where it was: it shows what files have, and changes nothing")
  void leaveTheAdministrationOfFilesReadOnly() throws Exception {
    String token =
        token("operations", "secret of operations", AdminScopes.ADMIN)
            .toSuccessResponse()
            .getTokens()
            .getAccessToken()
            .getValue();

    assertThat(administer(token, "GET", "identity-resources/openid", "").statusCode())
        .isEqualTo(200);
    for (HttpResponse<String> refused :
        List.of(
            administer(token, "POST", "api-scopes", "{\"Name\": \"more\"}"),
            administer(token, "PUT", "identity-resources/openid", "{\"Name\": \"openid\"}"),
            administer(token, "DELETE", "identity-resources/openid", ""))) {
      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(refused.body()).contains("Read only", "gatehouse.store.configuration=database");
    }
  }

  private static HttpResponse<String> administer(
      String token, String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(node.uri().resolve("/admin/v1/" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"0\"")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void areNamedAtTheStart() throws Exception {
    assertThat(Files.readString(node.logs().resolve("messages.log")))
        .contains(
            "Extensions: com.acme.id.AcmeClients (acme-clients.jar), "
                + "com.acme.id.AcmeResources (acme-resources.jar), ");
  }

  @Test
  void areWhatTheDocumentationShows() throws Exception {
    String page = Files.readString(Path.of("docs/extending.md"));

    for (Path shown :
        new Path[] {
          SOURCES.resolve("AcmeClients.java"),
          SOURCES.resolve("AcmeResources.java"),
          SAMPLE.resolve("acme.xml")
        }) {
      assertThat(page).as(shown.toString()).contains("\n" + Files.readString(shown) + "```");
    }
  }
}
