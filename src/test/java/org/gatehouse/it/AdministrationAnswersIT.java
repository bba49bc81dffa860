package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Makes every answer come, but those of a store that is read only or away: 405 and 503. */
@DisplayName("The administration API: its description names every answer and no other")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdministrationAnswersIT {
  private static final Set<String> OF_OTHER_STORES = Set.of("405", "503");
  private static final Optional<String> NO_TAG = Optional.empty();
  private static final Optional<String> STALE = Optional.of("\"999999\"");

  private final String name = "it-" + UUID.randomUUID();
  private final Map<String, Set<String>> seen = new TreeMap<>();
  private final Admin nobody = Admin.withoutToken();
  private Admin admin;
  private Admin viewer;

  @BeforeEach
  void signIn() throws Exception {
    admin = Admin.of("it-admin", "gatehouse-admin");
    viewer = Admin.of("it-admin", "gatehouse-admin.read");
  }

  private HttpResponse<String> note(String operation, HttpResponse<String> answer) {
    seen.computeIfAbsent(operation, any -> new TreeSet<>()).add(answer.statusCode() + "");
    return answer;
  }

  @Test
  void asItReallyAnswers() throws Exception {
    for (String kind : Set.of("clients", "api-scopes", "api-resources", "identity-resources")) {
      String property = kind.equals("clients") ? "ClientId" : "Name";
      String body = "{\"%s\": \"%s\"}".formatted(property, kind + name);
      list(kind);
      create(kind, body);
      read(kind);
      replace(kind, body);
      delete(kind);
    }
    secrets();
    note("get /openapi.json", nobody.get("openapi.json"));
    HttpResponse<String> document = note("get /openapi.json", viewer.get("openapi.json"));

    assertThat(seen).isEqualTo(declared(Admin.object(document).getJsonObject("paths")));
  }

  private static Map<String, Set<String>> declared(JsonObject paths) {
    Map<String, Set<String>> declared = new TreeMap<>();
    paths.forEach(
        (path, item) ->
            item.asJsonObject()
                .forEach(
                    (method, operation) -> {
                      if (!method.equals("parameters")) {
                        Set<String> answers =
                            new TreeSet<>(
                                operation.asJsonObject().getJsonObject("responses").keySet());
                        answers.removeAll(OF_OTHER_STORES);
                        declared.put(method + " " + path, answers);
                      }
                    }));
    return declared;
  }

  private void list(String kind) throws Exception {
    String operation = "get /" + kind;
    note(operation, viewer.get(kind));
    note(operation, nobody.get(kind));
    note(operation, viewer.get(kind + "?limit=many"));
    note(operation, viewer.get(kind + "?limit=501"));
    note(operation, viewer.get(kind + "?after=a"));
  }

  private void create(String kind, String body) throws Exception {
    String operation = "post /" + kind;
    note(operation, nobody.post(kind, body));
    note(operation, viewer.post(kind, body));
    note(operation, admin.postText(kind, body, NO_TAG));
    note(operation, admin.post(kind, "{\"Nmae\": 1}"));
    note(operation, admin.post(kind, "["));
    note(operation, admin.post(kind, body));
    note(operation, admin.post(kind, body));
  }

  private void read(String kind) throws Exception {
    String operation = "get /" + kind + "/{name}";
    note(operation, nobody.get(kind + "/" + kind + name));
    note(operation, viewer.get(kind + "/" + kind + name));
    note(operation, viewer.get(kind + "/none"));
    note(operation, viewer.get(kind + "/~a"));
  }

  private void replace(String kind, String body) throws Exception {
    String operation = "put /" + kind + "/{name}";
    String path = kind + "/" + kind + name;
    Optional<String> tag = Optional.of(Admin.tag(admin.get(path)));
    note(operation, nobody.put(path, body, tag));
    note(operation, viewer.put(path, body, tag));
    note(operation, admin.put(kind + "/none", body.replace(kind + name, "none"), STALE));
    note(operation, admin.put(path, body, NO_TAG));
    note(operation, admin.put(path, body, STALE));
    note(operation, admin.put(kind + "/other", body, tag));
    note(operation, admin.putText(path, body, tag));
    note(operation, admin.put(path, body, tag));
  }

  private void delete(String kind) throws Exception {
    String operation = "delete /" + kind + "/{name}";
    String path = kind + "/" + kind + name;
    Optional<String> tag = Optional.of(Admin.tag(admin.get(path)));
    note(operation, nobody.delete(path, tag));
    note(operation, viewer.delete(path, tag));
    note(operation, admin.delete(path, NO_TAG));
    note(operation, admin.delete(path, STALE));
    note(operation, admin.delete(kind + "/none", STALE));
    note(operation, admin.delete(path, tag));
  }

  private void secrets() throws Exception {
    String client = "clients/secrets-" + name;
    String path = client + "/secrets";
    admin.post("clients", "{\"ClientId\": \"secrets-%s\"}".formatted(name));
    String list = "get /clients/{name}/secrets";
    note(list, nobody.get(path));
    note(list, viewer.get("clients/none/secrets"));
    Optional<String> tag = Optional.of(Admin.tag(note(list, viewer.get(path))));
    String add = "post /clients/{name}/secrets";
    note(add, nobody.post(path, "{}", tag.get()));
    note(add, viewer.post(path, "{}", tag.get()));
    note(add, admin.postText(path, "{}", tag));
    note(add, admin.post(path, "{}"));
    note(add, admin.post(path, "{}", STALE.get()));
    note(add, admin.post("clients/none/secrets", "{}", STALE.get()));
    note(add, admin.post(path, "{\"Value\": \"short\"}", tag.get()));
    tag = Optional.of(Admin.tag(note(add, admin.post(path, "{}", tag.get()))));
    String retire = "delete /clients/{name}/secrets/{position}";
    note(retire, nobody.delete(path + "/0", tag));
    note(retire, viewer.delete(path + "/0", tag));
    note(retire, admin.delete(path + "/0", NO_TAG));
    note(retire, admin.delete(path + "/0", STALE));
    note(retire, admin.delete(path + "/7", tag));
    note(retire, admin.delete(path + "/first", tag));
    note(retire, admin.delete(path + "/0?overlap=long", tag));
    note(retire, admin.delete(path + "/0", tag));
  }
}
