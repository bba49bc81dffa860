package org.gatehouse.store.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.AdminScopes;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientRules;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.ResourceRules;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.StandardScopes;

/**
 * Gathers clients and resources from files and from code, and everything that is wrong with them.
 * What it gathered is used only where there is no fault.
 */
public final class ConfigurationLoader {
  private final Findings findings = new Findings();
  private final Map<String, String> clientPlaces = new HashMap<>();
  private final Map<String, String> scopePlaces = new HashMap<>();
  private final Map<String, String> apiPlaces = new HashMap<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<IdentityResource> identityResources = new ArrayList<>();
  private final List<ApiScope> apiScopes = new ArrayList<>();
  private final List<ApiResource> apiResources = new ArrayList<>();

  /**
   * What was gathered.
   *
   * @param clients every client, enabled or not
   * @param resources every resource, enabled or not, and the standard scopes
   * @param faults why it must not be used; empty: it may
   * @param warnings what a person should look at, a sentence each
   */
  public record Result(
      List<Client> clients, Resources resources, List<ConfigFault> faults, List<String> warnings) {
    public Result {
      clients = List.copyOf(clients);
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }
  }

  /** Reads a file: a path, or {@code classpath:} and a name. */
  public void file(String location) {
    FileText.read(location, findings)
        .flatMap(text -> TreeReader.read(location, text, findings))
        .ifPresent(root -> new FileSections(location, this, findings).read(root));
  }

  public void client(String place, Client client) {
    check(place, ClientRules.check(client));
    if (isNew(clientPlaces, client.clientId(), place + ".ClientId")) {
      clients.add(client);
    }
  }

  public void identityResource(String place, IdentityResource resource) {
    check(place, ResourceRules.check(resource));
    if (isNew(scopePlaces, resource.name(), place + ".Name")) {
      identityResources.add(resource);
    }
  }

  public void apiScope(String place, ApiScope scope) {
    check(place, ResourceRules.check(scope));
    if (isNew(scopePlaces, scope.name(), place + ".Name")) {
      apiScopes.add(scope);
    }
  }

  public void apiResource(String place, ApiResource resource) {
    check(place, ResourceRules.check(resource));
    if (isNew(apiPlaces, resource.name(), place + ".Name")) {
      apiResources.add(resource);
    }
  }

  /** Everything gathered, with the standard scopes that nobody defined. */
  public Result result() {
    List<IdentityResource> identity = new ArrayList<>(identityResources);
    StandardScopes.all().stream()
        .filter(standard -> !scopePlaces.containsKey(standard.name()))
        .forEach(identity::add);
    Resources resources = new Resources(identity, apiScopes, apiResources);
    List<String> warnings = new ArrayList<>(findings.warnings());
    warnings.addAll(unknownScopes(resources.scopeNames()));
    if (clients.isEmpty()) {
      warnings.add(
          "There is no client. Name a file by gatehouse.configuration.location, or supply beans.");
    }
    return new Result(clients, resources, findings.faults(), warnings);
  }

  private List<String> unknownScopes(Set<String> defined) {
    Set<String> known = new HashSet<>(defined);
    known.add(Scopes.OFFLINE_ACCESS);
    known.addAll(AdminScopes.all().scopeNames());
    List<String> warnings = new ArrayList<>();
    for (Client client : clients) {
      String place = clientPlaces.getOrDefault(client.clientId(), "");
      unknown(client.allowedScopes(), known).forEach(scope -> warnings.add(nowhere(place, scope)));
    }
    known.remove(Scopes.OFFLINE_ACCESS);
    for (ApiResource resource : apiResources) {
      String place = apiPlaces.getOrDefault(resource.name(), "");
      unknown(resource.scopes(), known).forEach(scope -> warnings.add(nowhere(place, scope)));
    }
    return warnings;
  }

  private static List<String> unknown(Set<String> scopes, Set<String> known) {
    return scopes.stream().filter(scope -> !known.contains(scope)).sorted().toList();
  }

  private static String nowhere(String place, String scope) {
    return place + " names the scope " + scope + ", which is defined nowhere.";
  }

  private void check(String place, List<Finding> found) {
    findings.add(place, found);
  }

  /** A name that is missing was told before. */
  private boolean isNew(Map<String, String> places, String name, String place) {
    if (name.isEmpty()) {
      return false;
    }
    Optional<String> first = Optional.ofNullable(places.putIfAbsent(name, place));
    first.ifPresent(
        other ->
            findings.fault(
                place, name + ", as " + other + " has it", "a name of its own", "rename one"));
    return first.isEmpty();
  }
}
