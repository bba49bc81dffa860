package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.DPoPValidationMode;
import org.jspecify.annotations.Nullable;

/** Proof of possession, pushed and backchannel requests. */
@Embeddable
class ClientProofColumns {
  private boolean requireDpop;
  private String dpopValidationMode = "";
  private long dpopClockSkew;
  private boolean requirePushedAuthorization;
  private @Nullable Long pushedAuthorizationLifetime;
  private @Nullable Long cibaLifetime;
  private @Nullable Long pollingInterval;

  static ClientProofColumns from(Client client) {
    ClientProofColumns columns = new ClientProofColumns();
    columns.requireDpop = client.requireDPoP();
    columns.dpopValidationMode = client.dPoPValidationMode().name();
    columns.dpopClockSkew = client.dPoPClockSkew().toSeconds();
    columns.requirePushedAuthorization = client.requirePushedAuthorization();
    columns.pushedAuthorizationLifetime = Columns.seconds(client.pushedAuthorizationLifetime());
    columns.cibaLifetime = Columns.seconds(client.cibaLifetime());
    columns.pollingInterval = Columns.seconds(client.pollingInterval());
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .requireDPoP(requireDpop)
        .dPoPValidationMode(DPoPValidationMode.valueOf(dpopValidationMode))
        .dPoPClockSkew(Duration.ofSeconds(dpopClockSkew))
        .requirePushedAuthorization(requirePushedAuthorization)
        .pushedAuthorizationLifetime(Columns.duration(pushedAuthorizationLifetime))
        .cibaLifetime(Columns.duration(cibaLifetime))
        .pollingInterval(Columns.duration(pollingInterval));
  }
}
