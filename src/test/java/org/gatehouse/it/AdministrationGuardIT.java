package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The administration API: who is let in")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdministrationGuardIT {
  @Test
  void refusesWhoeverHasNoToken() throws Exception {
    HttpResponse<String> refused = Admin.withoutToken().get("clients");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  @DisplayName("RFC 9112 §11.2: what two programs could read differently is refused first")
  void readsNoCredentialsOfARequestThatHasTwo() throws Exception {
    String token = Admin.token("it-admin", "demo-secret", "gatehouse-admin.read");
    HttpRequest request =
        HttpRequest.newBuilder(Actors.at("/admin/v1/clients"))
            .header("Authorization", "Bearer " + token)
            .header("Authorization", "Bearer " + token)
            .build();

    HttpResponse<String> refused =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void refusesATokenForAnotherAudience() throws Exception {
    HttpResponse<String> refused = Admin.of("it-admin", "demo.api").get("clients");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).doesNotContain("demo-web");
  }

  @Test
  void letsTheViewerReadAndNotChange() throws Exception {
    Admin viewer = Admin.of("it-admin", "gatehouse-admin.read");

    assertThat(viewer.get("clients").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = viewer.post("api-scopes", "{\"Name\": \"never\"}");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(viewer.delete("clients/it-web", Optional.of("\"0\"")).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesATokenThatExpired() throws Exception {
    Admin hasty = Admin.of("it-admin-hasty", "gatehouse-admin.read");
    assertThat(hasty.get("clients").statusCode()).isEqualTo(200);

    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    int status = 200;
    while (status == 200 && Instant.now().isBefore(deadline)) {
      Thread.sleep(200);
      status = hasty.get("clients").statusCode();
    }
    assertThat(status).isEqualTo(401);
  }

  @Test
  void refusesATokenWhoseClientIsGone() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    Admin leaked = created(admin, "it-leaked-gone");
    String tag = Admin.tag(admin.get("clients/it-leaked-gone"));

    assertThat(admin.delete("clients/it-leaked-gone", Optional.of(tag)).statusCode())
        .isEqualTo(204);
    assertRefusedSoon(leaked);
  }

  @Test
  void refusesATokenWhoseClientLostTheScope() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    Admin leaked = created(admin, "it-leaked-less");
    String tag = Admin.tag(admin.get("clients/it-leaked-less"));
    String less =
        "{\"ClientId\": \"it-leaked-less\", \"AllowedGrantTypes\": [\"client_credentials\"],"
            + " \"AllowedScopes\": [\"demo.api\"]}";

    assertThat(admin.put("clients/it-leaked-less", less, Optional.of(tag)).statusCode())
        .isEqualTo(200);
    assertRefusedSoon(leaked);
  }

  /** Whoever has a token of a new client that may administer. */
  private static Admin created(Admin admin, String name) throws Exception {
    String client =
        "{\"ClientId\": \"%s\", \"AllowedGrantTypes\": [\"client_credentials\"],"
            + " \"AllowedScopes\": [\"gatehouse-admin\"]}";
    HttpResponse<String> made = admin.post("clients", client.formatted(name));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    HttpResponse<String> secret = admin.post("clients/" + name + "/secrets", "{}", Admin.tag(made));
    assertThat(secret.statusCode()).as(secret.body()).isEqualTo(201);
    String value = Admin.object(secret).getString("Value");

    Instant deadline = Instant.now().plus(Duration.ofSeconds(10)); // a secret is known soon
    while (Admin.tokenAnswer(name, value, "gatehouse-admin").statusCode() != 200) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
    Admin leaked = Admin.with(Admin.token(name, value, "gatehouse-admin"));
    assertThat(leaked.get("clients").statusCode()).isEqualTo(200);
    return leaked;
  }

  private static void assertRefusedSoon(Admin leaked) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    int status = 200;
    while (status == 200 && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      status = leaked.get("clients").statusCode();
    }
    assertThat(status).isEqualTo(401);
  }

  @Test
  void refusesForeignAlgorithms() throws Exception {
    JWTClaimsSet claims =
        SignedJWT.parse(Admin.token("it-admin", "demo-secret", "gatehouse-admin"))
            .getJWTClaimsSet();
    String keys = Admin.withoutToken().get("/.well-known/openid-configuration/jwks").body();
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build(),
            claims);
    forged.sign(new MACSigner(keys));

    assertThat(Admin.with(forged.serialize()).get("clients").statusCode()).isEqualTo(401);
    assertThat(Admin.with(new PlainJWT(claims).serialize()).get("clients").statusCode())
        .isEqualTo(401);
    assertThat(Admin.with("opaque").get("clients").statusCode()).isEqualTo(401);
  }

  @Test
  void leavesTheProtocolAlone() throws Exception {
    HttpResponse<String> answer = Admin.with("opaque").get("/.well-known/openid-configuration");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void showsNothingAtTheAddressesOfTheServersOwnFeatures() throws Exception {
    for (String path : new String[] {"/jwt/", "/jwt/ibm/api/default/jwk", "/openapi/ui/"}) {
      HttpResponse<String> answer = Admin.withoutToken().get(path);

      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).doesNotContain("Liberty").doesNotContain("SRVE");
    }
  }

  @Test
  void answersAnUnknownAddressWithAProblem() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");

    assertThat(admin.get("nothing").statusCode()).isEqualTo(404);
    assertThat(admin.get("clients/none").statusCode()).isEqualTo(404);
    assertThat(admin.put("clients", "{}", Optional.empty()).statusCode()).isEqualTo(405);
  }
}
