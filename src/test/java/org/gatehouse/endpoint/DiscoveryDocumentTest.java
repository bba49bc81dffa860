package org.gatehouse.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.authorize.Prompt;
import org.gatehouse.authorize.ResponseMode;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OIDC Discovery §3, RFC 8414 §2: what this server says it offers")
class DiscoveryDocumentTest {
  /** Served, and found by rule and not by a member of the document. */
  private static final Set<String> WELL_KNOWN =
      Set.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

  private final Gatehouse gatehouse = new Gatehouse();

  private JsonObject document() {
    return new DiscoveryDocument(
            gatehouse.config.server(),
            gatehouse.handlers,
            Gatehouse.methods(),
            gatehouse.resources,
            Keys.signing())
        .toJson();
  }

  private List<String> list(String member) {
    return document().getJsonArray(member).getValuesAs(JsonString::getString);
  }

  private Set<String> advertised() {
    return Stream.of(ProtocolEndpoint.values())
        .map(endpoint -> document().getString(endpoint.member()))
        .map(url -> url.substring(Gatehouse.ISSUER.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> served() {
    Set<String> paths = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gatehouse.endpoint")) {
      if (type.isAnnotatedWith(Path.class)) {
        paths.add(type.getAnnotationOfType(Path.class).value());
      }
    }
    return paths;
  }

  @Test
  void advertisesWhatIsServedAndServesWhatIsAdvertised() {
    Set<String> expected = new TreeSet<>(advertised());
    expected.addAll(WELL_KNOWN);

    assertThat(served()).isEqualTo(expected);
  }

  @Test
  void namesNoOtherEndpoint() {
    assertThat(document().keySet().stream().filter(name -> name.endsWith("_endpoint")))
        .containsExactlyInAnyOrder(
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "introspection_endpoint",
            "end_session_endpoint");
  }

  @Test
  void tellsTheRegistries() {
    assertThat(document().getString("issuer")).isEqualTo(Gatehouse.ISSUER);
    assertThat(list("grant_types_supported"))
        .containsExactly("authorization_code", "client_credentials", "refresh_token");
    assertThat(list("token_endpoint_auth_methods_supported"))
        .containsExactly("client_secret_basic", "client_secret_post", "none");
    assertThat(list("introspection_endpoint_auth_methods_supported"))
        .containsExactly("client_secret_basic", "client_secret_post");
    assertThat(list("id_token_signing_alg_values_supported"))
        .containsExactlyElementsOf(Stream.of(SigningAlgorithm.values()).map(Enum::name).toList());
  }

  @Test
  void tellsWhatTheAuthorizationEndpointTakes() {
    assertThat(list("response_types_supported")).containsExactly("code");
    assertThat(list("response_modes_supported"))
        .containsExactlyElementsOf(
            Stream.of(ResponseMode.values()).map(ResponseMode::value).toList())
        .containsExactly("query", "fragment", "form_post");
    assertThat(list("prompt_values_supported"))
        .containsExactlyElementsOf(Stream.of(Prompt.values()).map(Prompt::value).toList());
    assertThat(list("code_challenge_methods_supported")).containsExactly("S256");
    assertThat(document().getBoolean("authorization_response_iss_parameter_supported")).isTrue();
    for (String member :
        List.of(
            "claims_parameter_supported",
            "request_parameter_supported",
            "request_uri_parameter_supported")) {
      assertThat(document().getBoolean(member)).as(member).isFalse();
    }
  }

  @Test
  void listsScopesAndClaimsInAStableOrderWithoutWhatIsHidden() {
    gatehouse.catalogue.put(ApiScope.named("stock.read").showInDiscoveryDocument(false).build());
    gatehouse.catalogue.put(ApiScope.named("orders.write").enabled(false).build());

    assertThat(list("scopes_supported"))
        .containsExactly(
            "address", "email", "offline_access", "openid", "orders.read", "phone", "profile");
    assertThat(list("claims_supported")).contains("sub", "email").isSorted();
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(document()).hasToString(document().toString());
  }
}
