package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.jspecify.annotations.Nullable;

/** Sign-out, and sign-in begun by others. */
@Embeddable
class ClientLogoutColumns {
  private @Nullable String frontChannelLogoutUri;
  private boolean frontChannelLogoutSessionRequired;
  private @Nullable String backChannelLogoutUri;
  private boolean backChannelLogoutSessionRequired;
  private @Nullable Boolean coordinateLifetimeWithUserSession;
  private @Nullable String initiateLoginUri;

  static ClientLogoutColumns from(Client client) {
    ClientLogoutColumns columns = new ClientLogoutColumns();
    columns.frontChannelLogoutUri = client.frontChannelLogoutUri().orElse(null);
    columns.frontChannelLogoutSessionRequired = client.frontChannelLogoutSessionRequired();
    columns.backChannelLogoutUri = client.backChannelLogoutUri().orElse(null);
    columns.backChannelLogoutSessionRequired = client.backChannelLogoutSessionRequired();
    columns.coordinateLifetimeWithUserSession =
        client.coordinateLifetimeWithUserSession().orElse(null);
    columns.initiateLoginUri = client.initiateLoginUri().orElse(null);
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .frontChannelLogoutUri(Optional.ofNullable(frontChannelLogoutUri))
        .frontChannelLogoutSessionRequired(frontChannelLogoutSessionRequired)
        .backChannelLogoutUri(Optional.ofNullable(backChannelLogoutUri))
        .backChannelLogoutSessionRequired(backChannelLogoutSessionRequired)
        .coordinateLifetimeWithUserSession(Optional.ofNullable(coordinateLifetimeWithUserSession))
        .initiateLoginUri(Optional.ofNullable(initiateLoginUri));
  }
}
