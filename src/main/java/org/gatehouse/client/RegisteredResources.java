package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.config.AdminConfig;
import org.gatehouse.model.configuration.AdminScopes;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.Resource;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.Servable;
import org.gatehouse.store.ResourceStore;

/**
 * The scopes and APIs that may be asked for now: those of the store but what is disabled or must
 * not be served, whatever store it is, and those that this server brings. The log says once what is
 * not served.
 */
@ApplicationScoped
public class RegisteredResources {
  private static final System.Logger LOG = System.getLogger(RegisteredResources.class.getName());

  private final NotServed notServed = new NotServed(LOG);
  private final ResourceStore resources;
  private final AdminConfig administration;

  @Inject
  public RegisteredResources(ResourceStore resources, AdminConfig administration) {
    this.resources = resources;
    this.administration = administration;
  }

  @SuppressWarnings("NullAway")
  RegisteredResources() {
    this(null, null); // CDI client proxy
  }

  /** Those of the scopes, with the APIs that hold one of them; an unknown name is passed over. */
  public Resources find(Set<String> scopes) {
    return administration.enabled()
        ? joined(servable(resources.find(scopes)), AdminScopes.all().of(scopes))
        : servable(resources.find(scopes));
  }

  public Resources all() {
    return administration.enabled()
        ? joined(servable(resources.all()), AdminScopes.all())
        : servable(resources.all());
  }

  /** Files and the database were judged before; a store of the customer's own is judged here. */
  private Resources servable(Resources found) {
    Resources enabled = found.enabled();
    return new Resources(
        servable("identity resource", enabled.identityResources(), Servable::faults),
        servable("API scope", enabled.apiScopes(), Servable::faults),
        servable("API resource", enabled.apiResources(), Servable::faults));
  }

  private <T extends Resource> List<T> servable(
      String what, List<T> found, Function<T, List<Finding>> rules) {
    return found.stream()
        .filter(each -> notServed.isServable(what, each.name(), rules.apply(each)))
        .toList();
  }

  private static Resources joined(Resources some, Resources more) {
    return new Resources(
        joined(some.identityResources(), more.identityResources()),
        joined(some.apiScopes(), more.apiScopes()),
        joined(some.apiResources(), more.apiResources()));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
