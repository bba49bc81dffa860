package org.gatehouse.model.configuration;

import java.util.List;
import java.util.stream.Stream;

/** Why a client or a resource must not be served, wherever it comes from; empty: it may. */
public final class Servable {
  private Servable() {}

  public static List<Finding> faults(Client client) {
    return faults(
        Stream.of(
            named("ClientId", client.clientId()),
            ClientRules.check(client),
            UnservedRules.check(client)));
  }

  public static List<Finding> faults(IdentityResource resource) {
    return faults(Stream.of(named("Name", resource.name()), ResourceRules.check(resource)));
  }

  public static List<Finding> faults(ApiScope scope) {
    return faults(Stream.of(named("Name", scope.name()), ResourceRules.check(scope)));
  }

  public static List<Finding> faults(ApiResource resource) {
    return faults(
        Stream.of(
            named("Name", resource.name()),
            ResourceRules.check(resource),
            UnservedRules.check(resource)));
  }

  /** Files say so when they are read. */
  private static List<Finding> named(String property, String name) {
    return name.isEmpty()
        ? List.of(Finding.fault(property, "nothing", "a text", "give it a name"))
        : List.of();
  }

  private static List<Finding> faults(Stream<List<Finding>> findings) {
    return findings.flatMap(List::stream).filter(Finding::isFault).toList();
  }
}
