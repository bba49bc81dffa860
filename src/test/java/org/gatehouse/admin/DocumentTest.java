package org.gatehouse.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The description of the administration API")
class DocumentTest {
  private static final List<Class<?>> RESOURCES =
      List.of(AggregatesResource.class, ClientSecretsResource.class, DocumentResource.class);
  private static final JsonObject DOCUMENT =
      Json.createReader(new StringReader(DocumentResource.text())).readObject();
  private static final JsonObject PATHS = DOCUMENT.getJsonObject("paths");

  /** What the path parameter of {@link AggregatesResource} may be. */
  private static final Pattern KINDS = Pattern.compile("\\{kind: (.*?)}");

  private static final List<Record> DEFAULTS =
      List.of(
          Client.named("a").build(),
          ApiScope.named("a").build(),
          ApiResource.named("a").build(),
          IdentityResource.named("a").build());

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

  @Test
  void namesTheProblemsThatComeFromOutside() {
    operations()
        .keySet()
        .forEach(operation -> assertThat(answers(operation)).as(operation).contains("401", "503"));
  }

  @Test
  void saysOfWritesOnlyThatTheyMayBeForbiddenOrReadOnly() {
    operations()
        .forEach(
            (operation, method) -> {
              boolean changes = !method.isAnnotationPresent(GET.class);

              assertThat(answers(operation).contains("403")).as(operation).isEqualTo(changes);
              assertThat(answers(operation).contains("405")).as(operation).isEqualTo(changes);
            });
  }

  @Test
  void hasEveryPropertyOfTheModelAndNoOther() {
    for (Record value : DEFAULTS) {
      List<String> names =
          Arrays.stream(value.getClass().getRecordComponents())
              .map(RecordComponent::getName)
              .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
              .toList();

      assertThat(schema(value).keySet()).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void tellsOfSecretsOnlyThatTheyAreNeverRead() {
    for (Record value : DEFAULTS) {
      JsonObject read = AggregateJson.of(value);

      schema(value)
          .forEach(
              (name, schema) ->
                  assertThat(schema.asJsonObject().getBoolean("writeOnly", false))
                      .as(name)
                      .isNotEqualTo(read.containsKey(name)));
    }
  }

  @Test
  void hasTheTypesOfWhatIsRead() {
    for (Record value : DEFAULTS) {
      AggregateJson.of(value)
          .forEach(
              (name, shown) -> {
                JsonObject schema = schema(value).getJsonObject(name);

                assertThat(types(schema)).as(name).contains(type(shown));
                if (schema.containsKey("enum")) {
                  assertThat(schema.getJsonArray("enum")).as(name).contains(shown);
                }
              });
    }
  }

  @Test
  void pointsToWhatIsThere() {
    Matcher reference = Pattern.compile("\"#(/[^\"]+)\"").matcher(DocumentResource.text());
    Set<String> seen = new TreeSet<>();
    while (reference.find()) {
      seen.add(reference.group(1));
    }

    assertThat(seen)
        .isNotEmpty()
        .allMatch(pointer -> Json.createPointer(pointer).containsValue(DOCUMENT));
  }

  private static JsonObject schema(Record value) {
    return DOCUMENT
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject(value.getClass().getSimpleName())
        .getJsonObject("properties");
  }

  private static List<String> types(JsonObject schema) {
    return schema.get("type") instanceof JsonArray several
        ? several.getValuesAs(JsonString::getString)
        : List.of(schema.getString("type"));
  }

  private static String type(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE, FALSE -> "boolean";
      case NUMBER -> "integer";
      case STRING -> "string";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case NULL -> "null";
    };
  }

  private static Set<String> answers(String operation) {
    String[] parts = operation.split(" ", -1);
    return PATHS
        .getJsonObject(parts[1])
        .getJsonObject(parts[0])
        .getJsonObject("responses")
        .keySet();
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
            String operation = verb.value().toLowerCase(Locale.ROOT) + " " + path;
            each(operation).forEach(name -> operations.put(name, method));
          }
        }
      }
    }
    return operations;
  }

  /** One for each kind, where the path has it as a parameter. */
  private static List<String> each(String operation) {
    Matcher kinds = KINDS.matcher(operation);
    return kinds.find()
        ? Arrays.stream(kinds.group(1).split("[|]", -1)).map(kinds::replaceFirst).toList()
        : List.of(operation);
  }
}
