package org.gatehouse.store.jpa;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ClientClaim;
import org.gatehouse.model.configuration.Secret;

/** Records in which every property has another value than it has by default. */
final class Filled {
  private Filled() {}

  /**
   * @param initial has the defaults
   */
  static <T extends Record> T like(T initial) {
    try {
      RecordComponent[] components = initial.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        Object before = components[i].getAccessor().invoke(initial);
        values[i] = other(components[i], before, i + 1);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      T filled = (T) initial.getClass().getDeclaredConstructor(types).newInstance(values);
      return filled;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object other(RecordComponent component, Object before, int number) {
    Class<?> type = component.getType();
    String name = component.getName();
    if (type == boolean.class) {
      return !(Boolean) before;
    }
    if (type == String.class) {
      return name + " of " + number;
    }
    if (type == Duration.class) {
      return Duration.ofSeconds(100_000L + number);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).filter(c -> c != before).findFirst().get();
    }
    if (type == Map.class) {
      return Map.of("first", name, "second", "");
    }
    return several(type, argument(component), name, number);
  }

  private static Object several(Class<?> type, Type argument, String name, int number) {
    if (type == Optional.class) {
      return optional(argument, name, number);
    }
    if (type == Set.class) {
      return argument == SigningAlgorithm.class
          ? Set.of(SigningAlgorithm.PS384, SigningAlgorithm.ES256)
          : Set.of(name + "/a", name + "/b");
    }
    if (argument == Secret.class) {
      Instant end = Instant.parse("2031-02-03T04:05:06.789Z");
      return List.of(
          new Secret("second", Optional.of("of two"), Optional.of(end), "a kind"),
          Secret.shared("first"));
    }
    if (argument == ClientClaim.class) {
      return List.of(new ClientClaim("z", "1"), new ClientClaim("a", "2", "urn:type"));
    }
    throw new AssertionError("Say here what a value of " + name + " may be: " + type);
  }

  private static Object optional(Type argument, String name, int number) {
    if (argument == Boolean.class) {
      return Optional.of(true);
    }
    return argument == Duration.class
        ? Optional.of(Duration.ofSeconds(number))
        : Optional.of(name + " of " + number);
  }

  private static Type argument(RecordComponent component) {
    return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }
}
