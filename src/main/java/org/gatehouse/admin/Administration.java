package org.gatehouse.admin;

import jakarta.ws.rs.NotFoundException;
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

  public static final String CLIENTS = "clients";
  public static final String API_SCOPES = "api-scopes";
  public static final String API_RESOURCES = "api-resources";
  public static final String IDENTITY_RESOURCES = "identity-resources";

  /** What stands in an address for the kind, as a regular expression. */
  static final String KINDS =
      CLIENTS + "|" + API_SCOPES + "|" + API_RESOURCES + "|" + IDENTITY_RESOURCES;

  /** Those of the kind that the address names. */
  Aggregates<?> of(String kind) {
    return switch (kind) {
      case CLIENTS -> clients;
      case API_SCOPES -> apiScopes;
      case API_RESOURCES -> apiResources;
      case IDENTITY_RESOURCES -> identityResources;
      default -> throw new NotFoundException(); // KINDS lets no other in
    };
  }
}
