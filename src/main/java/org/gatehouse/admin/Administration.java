package org.gatehouse.admin;

import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.IdentityResource;

/** All that is administered. */
public record Administration(
    Aggregates<Client> clients,
    Aggregates<ApiScope> apiScopes,
    Aggregates<ApiResource> apiResources,
    Aggregates<IdentityResource> identityResources) {
  /** Where the API is. */
  public static final String PATH = "/admin/v1";
}
