package org.gatehouse.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The description of the administration API")
class DocumentTest {
  private static final List<Class<?>> RESOURCES =
      List.of(
          ClientsResource.class,
          ApiScopesResource.class,
          ApiResourcesResource.class,
          IdentityResourcesResource.class,
          DocumentResource.class);
  private static final JsonObject PATHS =
      Json.createReader(new StringReader(DocumentResource.text()))
          .readObject()
          .getJsonObject("paths");

  @Test
  void namesEveryOperationAndNoOther() {
    Set<String> documented = new TreeSet<>();
    PATHS.forEach(
        (path, item) ->
            item.asJsonObject().keySet().stream()
                .filter(method -> !method.equals("parameters"))
                .forEach(method -> documented.add(method + " " + path)));

    assertThat(documented).isEqualTo(operations().keySet());
  }

  @Test
  void asksForTheScopeThatTheRoleStandsFor() {
    operations()
        .forEach(
            (operation, method) -> {
              String scope = scope(operation);
              String[] roles = method.getAnnotation(RolesAllowed.class).value();

              assertThat(scope)
                  .as(operation)
                  .isEqualTo(roles.length == 1 ? "gatehouse-admin" : "gatehouse-admin.read");
            });
  }

  @Test
  void everyResourceDeniesWhatIsNotAllowed() {
    assertThat(RESOURCES).allMatch(type -> type.isAnnotationPresent(DenyAll.class));
  }

  private static String scope(String operation) {
    String[] parts = operation.split(" ", -1);
    return PATHS
        .getJsonObject(parts[1])
        .getJsonObject(parts[0])
        .getJsonArray("security")
        .getJsonObject(0)
        .getJsonArray("token")
        .getString(0);
  }

  private static Map<String, Method> operations() {
    Map<String, Method> operations = new TreeMap<>();
    for (Class<?> type : RESOURCES) {
      for (Method method : type.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            Path own = method.getAnnotation(Path.class);
            String path =
                "/"
                    + type.getAnnotation(Path.class).value()
                    + (own == null ? "" : "/" + own.value());
            operations.put(verb.value().toLowerCase(Locale.ROOT) + " " + path, method);
          }
        }
      }
    }
    return operations;
  }
}
