package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.gatehouse.model.configuration.AccessTokenType;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;

/** The tokens of a client. */
@Embeddable
class ClientTokenColumns {
  private boolean alwaysIncludeUserClaimsInIdToken;
  private long identityTokenLifetime;
  private String allowedIdentityTokenSigningAlgorithms = "";
  private long accessTokenLifetime;
  private String accessTokenType = "";
  private boolean includeJwtId;
  private long authorizationCodeLifetime;
  private long deviceCodeLifetime;

  static ClientTokenColumns from(Client client) {
    ClientTokenColumns columns = new ClientTokenColumns();
    columns.alwaysIncludeUserClaimsInIdToken = client.alwaysIncludeUserClaimsInIdToken();
    columns.identityTokenLifetime = client.identityTokenLifetime().toSeconds();
    columns.allowedIdentityTokenSigningAlgorithms =
        Columns.names(client.allowedIdentityTokenSigningAlgorithms());
    columns.accessTokenLifetime = client.accessTokenLifetime().toSeconds();
    columns.accessTokenType = client.accessTokenType().name();
    columns.includeJwtId = client.includeJwtId();
    columns.authorizationCodeLifetime = client.authorizationCodeLifetime().toSeconds();
    columns.deviceCodeLifetime = client.deviceCodeLifetime().toSeconds();
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .alwaysIncludeUserClaimsInIdToken(alwaysIncludeUserClaimsInIdToken)
        .identityTokenLifetime(Duration.ofSeconds(identityTokenLifetime))
        .allowedIdentityTokenSigningAlgorithms(
            Columns.algorithms(allowedIdentityTokenSigningAlgorithms))
        .accessTokenLifetime(Duration.ofSeconds(accessTokenLifetime))
        .accessTokenType(AccessTokenType.valueOf(accessTokenType))
        .includeJwtId(includeJwtId)
        .authorizationCodeLifetime(Duration.ofSeconds(authorizationCodeLifetime))
        .deviceCodeLifetime(Duration.ofSeconds(deviceCodeLifetime));
  }
}
