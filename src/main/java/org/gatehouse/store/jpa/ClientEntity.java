package org.gatehouse.store.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.jspecify.annotations.Nullable;

/** A client with its child tables. */
@Entity
@Table(name = "clients")
class ClientEntity extends AggregateEntity<Client> {
  private String clientId = "";
  private boolean enabled;
  private String protocolType = "";

  /** Null where all its columns are. */
  @Embedded private @Nullable ClientPageColumns pages;

  @Embedded private ClientGrantColumns grants = new ClientGrantColumns();
  @Embedded private ClientLogoutColumns logout = new ClientLogoutColumns();
  @Embedded private ClientTokenColumns tokens = new ClientTokenColumns();
  @Embedded private ClientRefreshColumns refreshTokens = new ClientRefreshColumns();
  @Embedded private ClientUserColumns users = new ClientUserColumns();
  @Embedded private ClientProofColumns proof = new ClientProofColumns();

  @ElementCollection
  @CollectionTable(name = "client_secrets", joinColumns = @JoinColumn(name = "client_id"))
  @OrderColumn(name = "position")
  private List<SecretColumns> clientSecrets = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "client_claims", joinColumns = @JoinColumn(name = "client_id"))
  @OrderColumn(name = "position")
  private List<ClaimColumns> claims = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "client_grant_types", joinColumns = @JoinColumn(name = "client_id"))
  @Column(name = "grant_type")
  private Set<String> allowedGrantTypes = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "client_redirect_uris", joinColumns = @JoinColumn(name = "client_id"))
  @Column(name = "redirect_uri")
  private Set<String> redirectUris = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "client_post_logout_redirect_uris",
      joinColumns = @JoinColumn(name = "client_id"))
  @Column(name = "post_logout_redirect_uri")
  private Set<String> postLogoutRedirectUris = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "client_scopes", joinColumns = @JoinColumn(name = "client_id"))
  @Column(name = "scope")
  private Set<String> allowedScopes = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "client_idp_restrictions", joinColumns = @JoinColumn(name = "client_id"))
  @Column(name = "provider")
  private Set<String> identityProviderRestrictions = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "client_cors_origins", joinColumns = @JoinColumn(name = "client_id"))
  @Column(name = "origin")
  private Set<String> allowedCorsOrigins = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "client_properties", joinColumns = @JoinColumn(name = "client_id"))
  @MapKeyColumn(name = "property_key")
  @Column(name = "property_value")
  private Map<String, String> properties = new HashMap<>();

  @Override
  String name() {
    return clientId;
  }

  @Override
  void from(Client client) {
    clientId = client.clientId();
    enabled = client.enabled();
    protocolType = client.protocolType();
    pages = ClientPageColumns.from(client);
    grants = ClientGrantColumns.from(client);
    logout = ClientLogoutColumns.from(client);
    tokens = ClientTokenColumns.from(client);
    refreshTokens = ClientRefreshColumns.from(client);
    users = ClientUserColumns.from(client);
    proof = ClientProofColumns.from(client);
    clientSecrets.clear();
    client.clientSecrets().stream().map(SecretColumns::from).forEach(clientSecrets::add);
    claims.clear();
    client.claims().stream().map(ClaimColumns::from).forEach(claims::add);
    Columns.become(allowedGrantTypes, client.allowedGrantTypes());
    Columns.become(redirectUris, client.redirectUris());
    Columns.become(postLogoutRedirectUris, client.postLogoutRedirectUris());
    Columns.become(allowedScopes, client.allowedScopes());
    Columns.become(identityProviderRestrictions, client.identityProviderRestrictions());
    Columns.become(allowedCorsOrigins, client.allowedCorsOrigins());
    Columns.become(properties, client.properties());
  }

  @Override
  Client toModel() {
    ClientBuilder client =
        Client.named(clientId)
            .enabled(enabled)
            .protocolType(protocolType)
            .clientSecrets(clientSecrets.stream().map(SecretColumns::toModel).toList())
            .claims(claims.stream().map(ClaimColumns::toModel).toList())
            .allowedGrantTypes(allowedGrantTypes)
            .redirectUris(redirectUris)
            .postLogoutRedirectUris(postLogoutRedirectUris)
            .allowedScopes(allowedScopes)
            .identityProviderRestrictions(identityProviderRestrictions)
            .allowedCorsOrigins(allowedCorsOrigins)
            .properties(properties);
    if (pages != null) {
      pages.into(client);
    }
    grants.into(client);
    logout.into(client);
    tokens.into(client);
    refreshTokens.into(client);
    users.into(client);
    proof.into(client);
    return client.build();
  }
}
