package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The administration API: what an administrator does")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdministrationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  @DisplayName("a client that was just created gets a token at once")
  void createsAClientThatGetsATokenAtOnce() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String id = newId();
    assertThat(Admin.tokenAnswer(id, "demo-secret", "demo.api").statusCode()).isEqualTo(401);

    HttpResponse<String> created = admin.post("clients", machine(id));

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location").orElse("")).endsWith("/clients/" + id);
    assertThat(created.body()).doesNotContain("zVd/4lYev");
    Instant begin = Instant.now();
    untilStatus(200, id, "demo-secret");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  @DisplayName("a client is replaced and deleted only by whoever knows its newest state")
  void replacesAndDeletesByTheNewestStateOnly() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String path = "clients/" + newId();
    String id = path.substring(8);
    String first = Admin.tag(admin.post("clients", machine(id)));

    assertThat(admin.put(path, machine(id), Optional.empty()).statusCode()).isEqualTo(428);
    HttpResponse<String> replaced = admin.put(path, machine(id), Optional.of(first));
    assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
    assertThat(admin.put(path, machine(id), Optional.of(first)).statusCode()).isEqualTo(412);
    assertThat(admin.delete(path, Optional.of(first)).statusCode()).isEqualTo(412);
    assertThat(admin.delete(path, Optional.empty()).statusCode()).isEqualTo(428);
    assertThat(admin.delete(path, Optional.of(Admin.tag(replaced))).statusCode()).isEqualTo(204);
    assertThat(admin.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("what is read can be sent back, and keeps the secrets that it does not show")
  void takesBackWhatItGave() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String id = newId();
    admin.post("clients", machine(id));
    HttpResponse<String> read = admin.get("clients/" + id);

    HttpResponse<String> back =
        admin.put("clients/" + id, read.body(), Optional.of(Admin.tag(read)));

    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    untilStatus(200, id, "demo-secret");
  }

  @Test
  @DisplayName("a secret is shown once, and an old one goes on for a while")
  void changesASecretWithOverlap() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String id = newId();
    String tag = Admin.tag(admin.post("clients", machine(id)));

    HttpResponse<String> added = admin.post("clients/" + id + "/secrets", "{}", tag);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    String secret = Admin.object(added).getString("Value");
    HttpResponse<String> retired =
        admin.delete("clients/" + id + "/secrets/0?overlap=PT1H", Optional.of(Admin.tag(added)));
    assertThat(retired.statusCode()).as(retired.body()).isEqualTo(200);

    untilStatus(200, id, secret);
    assertThat(Admin.tokenAnswer(id, "demo-secret", "demo.api").statusCode()).isEqualTo(200);
    HttpResponse<String> secrets = admin.get("clients/" + id + "/secrets");
    assertThat(secrets.body())
        .contains("Expiration")
        .doesNotContain(secret)
        .doesNotContain("Value");
    admin.delete("clients/" + id + "/secrets/0", Optional.of(Admin.tag(secrets)));
    untilStatus(401, id, "demo-secret");
    untilStatus(200, id, secret);
  }

  @Test
  @DisplayName("a property that does not exist is refused with the one that was meant")
  void namesTheFieldAndTheFix() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String body = machine(newId()).replace("AllowedScopes", "AlowedScopes");

    HttpResponse<String> refused = admin.post("clients", body);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject error = Admin.object(refused).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("AlowedScopes");
    assertThat(error.getString("fix")).contains("AllowedScopes");
  }

  @Test
  @DisplayName("what a file is refused for is refused here, too")
  void refusesWhatFilesAreRefusedFor() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");

    HttpResponse<String> dpop =
        admin.post("clients", "{\"ClientId\": \"" + newId() + "\", \"RequireDPoP\": true}");
    HttpResponse<String> apart =
        admin.post("api-resources", "{\"Name\": \"apart\", \"RequireResourceIndicator\": true}");
    HttpResponse<String> reserved = admin.post("api-resources", "{\"Name\": \"gatehouse-admin\"}");
    HttpResponse<String> taken = admin.post("clients", machine("it-web"));

    assertThat(dpop.statusCode()).isEqualTo(422);
    assertThat(dpop.body()).contains("RequireDPoP");
    assertThat(apart.statusCode()).isEqualTo(422);
    assertThat(Admin.object(apart).getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("RequireResourceIndicator");
    assertThat(reserved.statusCode()).isEqualTo(422);
    assertThat(taken.statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("a list goes on until its end")
  void listsPageByPage() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin.read");
    List<String> ids = new ArrayList<>();
    String next = "/admin/v1/clients?limit=2";
    while (!next.isEmpty()) {
      JsonObject page = Admin.object(admin.get(next));
      assertThat(page.getJsonArray("items").size()).isBetween(1, 2);
      page.getJsonArray("items")
          .getValuesAs(JsonObject.class)
          .forEach(item -> ids.add(item.getJsonObject("value").getString("ClientId")));
      next = page.getString("next", "");
    }

    assertThat(ids).contains("demo-web", "it-web", "it-admin").doesNotHaveDuplicates();
    assertThat(admin.get("clients?limit=0").statusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("a name that is no plain text has an address, too")
  void findsANameOfAnyCharacters() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String id = "urn:it/" + UUID.randomUUID();

    HttpResponse<String> created = admin.post("clients", machine(id));
    String location = created.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = admin.get(location.substring(location.indexOf("/admin/v1/")));

    assertThat(Admin.object(read).getString("ClientId")).isEqualTo(id);
  }

  @Test
  @DisplayName("scopes and APIs are changed in the same way")
  void changesResources() throws Exception {
    Admin admin = Admin.of("it-admin", "gatehouse-admin");
    String name = newId();
    for (String kind : List.of("api-scopes", "api-resources", "identity-resources")) {
      String body = "{\"Name\": \"" + kind + name + "\"}";
      HttpResponse<String> created = admin.post(kind, body);
      assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
      String path = kind + "/" + kind + name;

      String tag = Admin.tag(admin.put(path, body, Optional.of(Admin.tag(created))));

      assertThat(admin.delete(path, Optional.of(tag)).statusCode()).isEqualTo(204);
    }
  }

  private static String newId() {
    return "it-" + UUID.randomUUID();
  }

  private static String machine(String id) {
    return """
        {
          "ClientId": "%s",
          "ClientSecrets": [{"Value": "zVd/4lYev/I1BdsLsAYwDHzey9RrwOA8RJr6+sosJb8="}],
          "AllowedGrantTypes": ["client_credentials"],
          "AllowedScopes": ["demo.api"]
        }
        """
        .formatted(id);
  }

  /** A change is seen when the node has looked, which it does every half second. */
  private static void untilStatus(int status, String client, String secret) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    int last = Admin.tokenAnswer(client, secret, "demo.api").statusCode();
    while (last != status && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
      last = Admin.tokenAnswer(client, secret, "demo.api").statusCode();
    }
    assertThat(last).isEqualTo(status);
  }
}
