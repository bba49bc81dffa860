package org.gatehouse.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.model.configuration.Resources;

/** The resources of another store, and those that this server brings. */
public final class WithBuiltIn implements ResourceStore {
  private final ResourceStore origin;
  private final Resources builtIn;

  public WithBuiltIn(ResourceStore origin, Resources builtIn) {
    this.origin = origin;
    this.builtIn = builtIn;
  }

  @Override
  public Resources find(Set<String> scopes) {
    return joined(origin.find(scopes), builtIn.of(scopes));
  }

  @Override
  public Resources all() {
    return joined(origin.all(), builtIn);
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
