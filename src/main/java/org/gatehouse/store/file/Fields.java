package org.gatehouse.store.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.config.NearestName;

/**
 * The properties of one object of a file. Names are matched without regard to case, values as the
 * binder of .NET does. A method that finds a fault keeps it and answers what would be there without
 * the property.
 */
final class Fields {
  private final Place place;
  private final Node.Mapping node;
  private final Findings findings;
  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  Fields(Place place, Node.Mapping node, Findings findings) {
    this.place = place;
    this.node = node;
    this.findings = findings;
    for (Node.Entry entry : node.entries()) {
      Node.Entry first = entries.putIfAbsent(lower(entry.name()), entry);
      if (first != null) {
        findings.fault(
            place.property(entry.name(), entry.line()),
            "the same name as in line " + first.line(),
            "each name once, case aside",
            "remove one of the two");
      }
    }
  }

  Place place() {
    return place;
  }

  /** Names that were asked for. */
  Set<String> known() {
    return known;
  }

  /** Entries whose names nobody asked for. */
  List<Node.Entry> unknown() {
    Set<String> asked = known.stream().map(Fields::lower).collect(Collectors.toSet());
    return node.entries().stream().filter(entry -> !asked.contains(lower(entry.name()))).toList();
  }

  /** Keeps a fault for every name that nobody asked for. */
  void noMore() {
    for (Node.Entry entry : unknown()) {
      findings.fault(
          place.property(entry.name(), entry.line()),
          "a property that does not exist",
          "a property of those in docs/configuration-files.md",
          NearestName.of(entry.name(), known)
              .map(nearest -> "write " + nearest + ", or remove it")
              .orElse("remove it"));
    }
  }

  Optional<String> text(String name) {
    return scalar(name).filter(text -> !text.isEmpty());
  }

  String text(String name, String initial) {
    return text(name).orElse(initial);
  }

  String required(String name) {
    Optional<String> text = text(name);
    boolean told = node(name).filter(value -> !(value instanceof Node.Scalar)).isPresent();
    if (text.isEmpty() && !told) {
      findings.fault(placeOf(name), "no " + name, "a text", "add " + name);
    }
    return text.orElse("");
  }

  Optional<Boolean> flag(String name) {
    return value(name, "true or false", Fields::parseFlag);
  }

  boolean flag(String name, boolean initial) {
    return flag(name).orElse(initial);
  }

  /** A life time in seconds. */
  Optional<Duration> seconds(String name) {
    return value(name, "a whole number of seconds", Fields::parseSeconds);
  }

  Duration seconds(String name, Duration initial) {
    return seconds(name).orElse(initial);
  }

  /** A value that has a form of its own. */
  <T> Optional<T> value(String name, String form, Function<String, Optional<T>> parse) {
    Optional<String> text = text(name);
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      wrong(name, text.get(), form, "write " + form);
    }
    return value;
  }

  /** A constant, by its name without regard to case and separators, or by its number. */
  <E extends Enum<E>> E choice(String name, E initial) {
    Class<E> type = initial.getDeclaringClass();
    return value(name, Constants.names(type), text -> Constants.find(type, text)).orElse(initial);
  }

  <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> constants = new LinkedHashSet<>();
    for (Node item : items(name)) {
      Optional<E> constant =
          item instanceof Node.Scalar scalar
              ? Constants.named(type, scalar.text())
              : Optional.empty();
      if (constant.isEmpty()) {
        String found = item instanceof Node.Scalar scalar ? scalar.text() : item.kind();
        String names = Constants.names(type);
        findings.fault(place.property(name, item.line()), found, names, "write one of them");
      }
      constant.ifPresent(constants::add);
    }
    return constants;
  }

  /** A list of texts. */
  Set<String> texts(String name) {
    Set<String> texts = new LinkedHashSet<>();
    int index = 0;
    for (Node item : items(name)) {
      Place at = place.property(name, item.line()).item(index++, item.line());
      if (item instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
        texts.add(scalar.text());
      } else {
        String found = item instanceof Node.Scalar ? ConfigFault.NOTHING : item.kind();
        findings.fault(at, found, "a text", "write a text, or remove it");
      }
    }
    return texts;
  }

  /** An object of texts. */
  Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    object(name)
        .ifPresent(
            fields ->
                fields.node.entries().stream()
                    .map(Node.Entry::name)
                    .forEach(each -> map.put(each, fields.scalar(each).orElse(""))));
    return map;
  }

  /** A list of objects; one in which there is a fault is left out. */
  <T> List<T> objects(String name, Function<Fields, T> read) {
    List<T> objects = new ArrayList<>();
    int index = 0;
    for (Node item : items(name)) {
      Place at = place.property(name, item.line()).item(index++, item.line());
      if (item instanceof Node.Mapping mapping) {
        int before = findings.faults().size();
        Fields fields = new Fields(at, mapping, findings);
        T object = read.apply(fields);
        fields.noMore();
        if (findings.faults().size() == before) {
          objects.add(object);
        }
      } else {
        findings.fault(at, item.kind(), "an object", "write { and its properties }");
      }
    }
    return objects;
  }

  /** The object of this name. */
  Optional<Fields> object(String name) {
    return node(name)
        .filter(value -> is(name, value, Node.Mapping.class, "an object"))
        .map(Node.Mapping.class::cast)
        .map(mapping -> new Fields(place.property(name, mapping.line()), mapping, findings));
  }

  private List<Node> items(String name) {
    return node(name)
        .filter(value -> is(name, value, Node.Sequence.class, "a list"))
        .map(Node.Sequence.class::cast)
        .map(Node.Sequence::items)
        .orElse(List.of());
  }

  /** A single value, which may be the empty text. */
  Optional<String> scalar(String name) {
    return node(name)
        .filter(value -> is(name, value, Node.Scalar.class, "a single value"))
        .map(Node.Scalar.class::cast)
        .map(Node.Scalar::text);
  }

  private Optional<Node> node(String name) {
    known.add(name);
    return Optional.ofNullable(entries.get(lower(name)))
        .map(Node.Entry::value)
        .filter(value -> !(value instanceof Node.Nothing));
  }

  private boolean is(String name, Node value, Class<? extends Node> type, String form) {
    boolean isBlank = value instanceof Node.Scalar scalar && scalar.text().isBlank();
    if (!type.isInstance(value) && !isBlank) { // blank is null to .NET and to YAML
      wrong(name, value.kind(), form, "write " + form);
    }
    return type.isInstance(value);
  }

  private void wrong(String name, String found, String expected, String fix) {
    findings.fault(placeOf(name), found, expected, fix);
  }

  private Place placeOf(String name) {
    return Optional.ofNullable(entries.get(lower(name)))
        .map(entry -> place.property(name, entry.line()))
        .orElse(place);
  }

  private static Optional<Boolean> parseFlag(String text) {
    return Optional.of(lower(text.strip()))
        .filter(flag -> flag.equals("true") || flag.equals("false"))
        .map(Boolean::valueOf);
  }

  private static Optional<Duration> parseSeconds(String text) {
    try {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(text.strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
