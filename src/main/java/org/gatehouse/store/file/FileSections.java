package org.gatehouse.store.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.NearestName;

/**
 * The top level of a file. Ours are four lists, there or in the section of the host that
 * IdentityServer4's users have; other sections belong to others and are passed over.
 */
final class FileSections {
  private static final System.Logger LOG = System.getLogger(FileSections.class.getName());
  private static final List<String> LISTS =
      List.of("Clients", "ApiScopes", "ApiResources", "IdentityResources");
  private static final String HOST = "IdentityServer";
  private static final Set<String> MISTAKEN = Set.of("scopes", "resources");

  private final String file;
  private final ConfigurationLoader loader;
  private final Findings findings;

  FileSections(String file, ConfigurationLoader loader, Findings findings) {
    this.file = file;
    this.loader = loader;
    this.findings = findings;
  }

  void read(Node root) {
    if (root instanceof Node.Mapping mapping) {
      Fields top = new Fields(new Place(file, mapping.line(), ""), mapping, findings);
      lists(top);
      Optional<Fields> host = top.object(HOST);
      host.ifPresent(this::lists);
      others(top);
      host.ifPresent(this::others);
    } else {
      findings.fault(
          new Place(file, root.line(), ""),
          root.kind(),
          "an object with " + String.join(", ", LISTS),
          "write the lists into an object");
    }
  }

  private void lists(Fields in) {
    in.objects(
        "Clients",
        fields -> {
          loader.client(fields.place().toString(), ClientReader.read(fields));
          return fields;
        });
    in.objects(
        "ApiScopes",
        fields -> {
          loader.apiScope(fields.place().toString(), ResourceReader.apiScope(fields));
          return fields;
        });
    in.objects(
        "ApiResources",
        fields -> {
          loader.apiResource(fields.place().toString(), ResourceReader.apiResource(fields));
          return fields;
        });
    in.objects(
        "IdentityResources",
        fields -> {
          loader.identityResource(
              fields.place().toString(), ResourceReader.identityResource(fields));
          return fields;
        });
  }

  private void others(Fields in) {
    for (Node.Entry entry : in.unknown()) {
      Place place = in.place().property(entry.name(), entry.line());
      if (isMeantForUs(entry)) {
        findings.fault(
            place,
            "a section that does not exist",
            "one of " + String.join(", ", LISTS) + ", or " + HOST,
            NearestName.of(entry.name(), in.known())
                .map(nearest -> "write " + nearest + ", or remove it")
                .orElse("write its full name, or remove it"));
      } else if (holdsOurs(entry.value())) {
        findings.warn(place, "has lists of ours, and is not read; name the section " + HOST);
      } else {
        LOG.log(System.Logger.Level.INFO, "{0}: not ours, passed over", place);
      }
    }
  }

  private static boolean isMeantForUs(Node.Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return MISTAKEN.contains(name)
        || LISTS.stream().anyMatch(list -> NearestName.distance(name, list) <= 2)
        || (NearestName.distance(name, HOST) <= 2 && holdsOurs(entry.value()));
  }

  private static boolean holdsOurs(Node value) {
    return value instanceof Node.Mapping mapping
        && mapping.entries().stream()
            .anyMatch(entry -> LISTS.stream().anyMatch(entry.name()::equalsIgnoreCase));
  }
}
