package org.gatehouse.model.configuration;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How long texts may be where they are kept in a database. */
public final class LengthRules {
  private static final int NAME = 200;
  private static final int TEXT = 2_000;

  /** Names, as components of the records; other texts may be longer. */
  private static final Set<String> NAMES =
      Set.of(
          "clientId",
          "protocolType",
          "allowedGrantTypes",
          "allowedScopes",
          "identityProviderRestrictions",
          "clientClaimsPrefix",
          "userCodeType",
          "name",
          "scopes",
          "userClaims",
          "type",
          "valueType",
          "scheme");

  private final List<Finding> findings = new ArrayList<>();

  private LengthRules() {}

  /** The texts that are too long, of a client, a resource or what they consist of. */
  public static List<Finding> check(Record value) {
    LengthRules rules = new LengthRules();
    rules.record("", value);
    return List.copyOf(rules.findings);
  }

  private void record(String place, Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = component.getName();
      String property = place + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      try {
        value(property, NAMES.contains(name) ? NAME : TEXT, component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  private void value(String property, int most, Object value) {
    if (value instanceof String text) {
      text(property, most, text);
    } else if (value instanceof Record record) {
      record(property + ".", record);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(each -> value(property, most, each));
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> value(property, most, each));
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(each -> value(property, NAME, each));
      map.values().forEach(each -> value(property, TEXT, each));
    }
  }

  private void text(String property, int most, String text) {
    if (text.length() > most || text.indexOf('\0') >= 0) {
      String found = text.length() > most ? text.length() + " characters" : "a NUL character";
      String expected = "at most " + most + " characters, none of them NUL";
      findings.add(Finding.fault(property, found, expected, "shorten it"));
    }
  }
}
