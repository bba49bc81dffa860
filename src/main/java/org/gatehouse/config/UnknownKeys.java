package org.gatehouse.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Keys of ours that nobody reads. An environment variable is listed by MicroProfile Config under
 * its own name and, by some, under a dotted name made from it, too; both are one setting.
 */
final class UnknownKeys {
  private static final String PREFIX = "gatehouse.";
  private static final String VARIABLE_PREFIX = "GATEHOUSE_";

  /** What Kubernetes sets for every service: one named gatehouse is to be expected. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "GATEHOUSE_([A-Z0-9_]+_)?(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT"
              + "(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

  private UnknownKeys() {}

  /** The faults of all names that are ours and not among the known keys. */
  static List<ConfigFault> in(Collection<String> names, Set<String> known) {
    Set<String> variables = new HashSet<>();
    known.forEach(key -> variables.add(variable(key)));
    Set<String> unknown = new TreeSet<>();
    Set<String> seenAsVariable = new HashSet<>();
    for (String name : names) {
      if (name.startsWith(VARIABLE_PREFIX)) {
        seenAsVariable.add(name);
        if (!variables.contains(name) && !SERVICE_LINK.matcher(name).matches()) {
          unknown.add(name);
        }
      }
    }
    names.stream()
        .map(UnknownKeys::withoutProfile)
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .filter(name -> !seenAsVariable.contains(variable(name)))
        .forEach(unknown::add);
    return unknown.stream().map(name -> fault(name, known)).toList();
  }

  /** The environment variable of a key (MicroProfile Config, default config sources). */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static ConfigFault fault(String name, Set<String> known) {
    boolean isVariable = name.startsWith(VARIABLE_PREFIX);
    List<String> candidates = known.stream().map(key -> isVariable ? variable(key) : key).toList();
    String fix =
        NearestName.of(name, candidates)
            .map(nearest -> "write " + nearest + ", or remove it")
            .orElse("remove it");
    return new ConfigFault(
        name, "a setting that does not exist", "one of docs/reference/configuration.md", fix);
  }

  private static String withoutProfile(String name) {
    return name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name;
  }
}
