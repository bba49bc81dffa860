package org.gatehouse.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.model.configuration.Secret;

/** Clients and resources in the JSON of the configuration files, without their secrets. */
final class AggregateJson {
  private AggregateJson() {}

  static JsonObject of(Record value) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = component.getName();
      boolean isSecret = component.getGenericType().getTypeName().contains(Secret.class.getName());
      if (!isSecret && !name.equals("pairWiseSubjectSalt")) {
        json.add(
            name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            json(read(component, value)));
      }
    }
    return json.build();
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static JsonValue json(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Duration duration) {
      return Json.createValue(duration.toSeconds());
    }
    if (value instanceof Optional<?> optional) {
      return optional.<JsonValue>map(AggregateJson::json).orElse(JsonValue.NULL);
    }
    if (value instanceof Record record) {
      return of(record);
    }
    if (value instanceof Collection<?> all) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      (all instanceof Set<?> ? all.stream().sorted() : all.stream())
          .forEach(each -> array.add(json(each)));
      return array.build();
    }
    if (value instanceof Map<?, ?> map) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      map.forEach((key, each) -> object.add(key.toString(), json(each)));
      return object.build();
    }
    return Json.createValue(value instanceof Enum<?> constant ? written(constant) : value + "");
  }

  /** OneTimeOnly for ONE_TIME_ONLY; RS256 as it is. */
  private static String written(Enum<?> constant) {
    String name = constant.name();
    return name.chars().anyMatch(Character::isDigit)
        ? name
        : Arrays.stream(name.split("_", -1))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }
}
