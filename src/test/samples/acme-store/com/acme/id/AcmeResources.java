package com.acme.id;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Set;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.configuration.StandardScopes;
import org.gatehouse.store.ResourceStore;

/** Acme's one API. */
@Alternative
@Priority(100)
@ApplicationScoped
public class AcmeResources implements ResourceStore {
  private static final Resources ALL =
      new Resources(
          StandardScopes.all(),
          List.of(ApiScope.named("parts.order").build()),
          List.of(ApiResource.named("parts").scopes(Set.of("parts.order")).build()));

  @Override
  public Resources find(Set<String> scopes) {
    return ALL.of(scopes);
  }

  @Override
  public Resources all() {
    return ALL;
  }
}
