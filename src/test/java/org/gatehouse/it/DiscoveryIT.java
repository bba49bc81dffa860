package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatehouse.app.GatehouseApplication;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Browser;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OIDC Discovery §3, §4: what is told is served, and what is served is told")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DiscoveryIT {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final Browser browser = Actors.browser();

  @Test
  @DisplayName("OIDC Discovery §4.3: the issuer is the address that was asked")
  void namesTheIssuer() throws Exception {
    OIDCProviderMetadata metadata = Actors.provider().metadata();

    assertThat(metadata.getIssuer().getValue()).isEqualTo(Deployments.baseUri().toString());
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(metadata.getIDTokenJWSAlgs())
        .contains(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    assertThat(metadata.getResponseModes())
        .containsExactlyInAnyOrder(
            ResponseMode.QUERY, ResponseMode.FRAGMENT, ResponseMode.FORM_POST);
  }

  @Test
  @DisplayName("OIDC Discovery §4.2: JSON that may be kept for a while")
  void isJson() {
    Answer answer = browser.fetch(Actors.at(DISCOVERY));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.header("Cache-Control")).hasValue("public, max-age=300");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {DISCOVERY, DISCOVERY + "/jwks", "/.well-known/oauth-authorization-server"})
  @DisplayName("RFC 9110 §13.1.2: who has the document already gets no content")
  void answersByItsTag(String path) throws Exception {
    HttpResponse<String> first = get(path, "\"none\"");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get(path, tag);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(tag);
    assertThat(again.headers().firstValue("Cache-Control")).contains("public, max-age=300");
  }

  private static HttpResponse<String> get(String path, String tag) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(Deployments.baseUri().resolve(path))
            .header("If-None-Match", tag)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  @DisplayName("RFC 8414 §3: the same document for clients of OAuth")
  void equalsTheMetadataOfOauth() throws Exception {
    String oauth = browser.fetch(Actors.at("/.well-known/oauth-authorization-server")).body();

    assertThat(JSONObjectUtils.parse(oauth)).isEqualTo(document());
  }

  @Test
  @DisplayName("OIDC Discovery §3: every endpoint that is told answers")
  void servesWhatItTells() throws Exception {
    for (String address : endpoints()) {
      Answer answer = browser.fetch(URI.create(address));

      assertThat(answer.status()).as(address).isIn(200, 303, 400, 401, 405);
    }
  }

  @Test
  @DisplayName("OIDC Discovery §3: every route below /connect and /.well-known is told")
  void tellsWhatItServes() throws Exception {
    Set<String> told = new TreeSet<>();
    endpoints().forEach(address -> told.add(URI.create(address).getPath()));
    told.add(DISCOVERY);
    told.add("/.well-known/oauth-authorization-server");

    Set<String> served = new TreeSet<>();
    new GatehouseApplication()
        .getClasses()
        .forEach(
            type ->
                Optional.ofNullable(type.getAnnotation(Path.class))
                    .map(Path::value)
                    .filter(path -> path.startsWith("/connect") || path.startsWith("/.well-known"))
                    .ifPresent(served::add));

    assertThat(served).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/connect",
        "/connect/",
        "/connect/introspect/x",
        "/connect/revocation",
        "/connect/revocat",
        "/connect/checksession",
        "/connect/endsession/callback",
        "/connect/deviceauthorization",
        "/connect/ciba",
        "/connect/par",
        "/connect/register",
        "/connect/dcr",
        "/connect/token/x",
        "/connect/Token",
        "/connect/userinfo/x",
        "/.well-known",
        "/.well-known/webfinger",
        "/.well-known/openid-configuration/jwks/x",
        "/ibm/api",
        "/openapi",
        "/metrics",
        "/admin"
      })
  @DisplayName("OIDC Discovery §3: nothing else answers")
  void servesNothingElse(String path) {
    assertThat(browser.fetch(Actors.at(path)).status()).isEqualTo(404);
    assertThat(browser.post(Actors.at(path), "a=b").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_types_supported,authorization_code client_credentials refresh_token",
    "response_types_supported,code",
    "code_challenge_methods_supported,S256",
    "token_endpoint_auth_methods_supported,client_secret_basic client_secret_post none",
    "introspection_endpoint_auth_methods_supported,client_secret_basic client_secret_post",
    "subject_types_supported,public",
    "prompt_values_supported,consent login none select_account"
  })
  @DisplayName("RFC 8414 §2: what is told of the flows")
  void tellsTheFlows(String member, String values) throws Exception {
    assertThat(strings(member)).containsExactlyInAnyOrder(values.split(" "));
  }

  @Test
  @DisplayName("OIDC Discovery §3: scopes and claims of the configuration are told")
  void tellsScopesAndClaims() throws Exception {
    assertThat(strings("scopes_supported"))
        .contains("openid", "profile", "email", "address", "phone", "offline_access", "demo.api")
        .contains("resource1.scope1", "shared.scope");
    assertThat(strings("claims_supported")).contains("sub", "name", "email", "address");
  }

  @Test
  @DisplayName("OIDC Discovery §3: request objects are told as not supported")
  void tellsWhatIsNotSupported() throws Exception {
    assertThat(document())
        .containsEntry("request_parameter_supported", false)
        .containsEntry("request_uri_parameter_supported", false);
  }

  @Test
  @DisplayName("RFC 7517 §4: keys are public, named, and of the algorithms that are told")
  void publishesTheKeys() throws Exception {
    assertThat(Actors.provider().keys().getKeys())
        .isNotEmpty()
        .allSatisfy(
            key -> {
              assertThat(key.isPrivate()).isFalse();
              assertThat(key.getKeyID()).isNotBlank();
              assertThat(key.getKeyUse().getValue()).isEqualTo("sig");
            });
    assertThat(Actors.provider().keys().getKeys())
        .extracting(key -> key.getAlgorithm().getName())
        .containsExactlyInAnyOrderElementsOf(strings("id_token_signing_alg_values_supported"));
  }

  private Map<String, Object> document() throws Exception {
    return JSONObjectUtils.parse(browser.fetch(Actors.at(DISCOVERY)).body());
  }

  private List<String> strings(String member) throws Exception {
    return JSONObjectUtils.getStringList(document(), member);
  }

  private List<String> endpoints() throws Exception {
    return document().entrySet().stream()
        .filter(member -> member.getKey().matches(".*_(endpoint|uri)"))
        .flatMap(member -> Stream.of((String) member.getValue()))
        .toList();
  }
}
