package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.TokenExpiration;
import org.gatehouse.model.configuration.TokenUsage;

/** The refresh tokens of a client. */
@Embeddable
class ClientRefreshColumns {
  private long absoluteRefreshTokenLifetime;
  private long slidingRefreshTokenLifetime;
  private String refreshTokenUsage = "";
  private String refreshTokenExpiration = "";
  private boolean updateAccessTokenClaimsOnRefresh;

  static ClientRefreshColumns from(Client client) {
    ClientRefreshColumns columns = new ClientRefreshColumns();
    columns.absoluteRefreshTokenLifetime = client.absoluteRefreshTokenLifetime().toSeconds();
    columns.slidingRefreshTokenLifetime = client.slidingRefreshTokenLifetime().toSeconds();
    columns.refreshTokenUsage = client.refreshTokenUsage().name();
    columns.refreshTokenExpiration = client.refreshTokenExpiration().name();
    columns.updateAccessTokenClaimsOnRefresh = client.updateAccessTokenClaimsOnRefresh();
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .absoluteRefreshTokenLifetime(Duration.ofSeconds(absoluteRefreshTokenLifetime))
        .slidingRefreshTokenLifetime(Duration.ofSeconds(slidingRefreshTokenLifetime))
        .refreshTokenUsage(TokenUsage.valueOf(refreshTokenUsage))
        .refreshTokenExpiration(TokenExpiration.valueOf(refreshTokenExpiration))
        .updateAccessTokenClaimsOnRefresh(updateAccessTokenClaimsOnRefresh);
  }
}
